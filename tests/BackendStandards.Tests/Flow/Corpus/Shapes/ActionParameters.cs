// The parameters of an action, bound from query, route, header and form.
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("api/v1/customers")]
public class CustomersController : ControllerBase
{
    [HttpGet]
    public void Search(string name, int page)
    {
        SINK(name); // vulnerable
        SINK(page.ToString()); // safe
    }

    [HttpGet("{city}")]
    public void ByCity([FromRoute] string city, [FromHeader(Name = "X-Sort")] string sort, [FromQuery] Guid tenant)
    {
        SINK(city); // vulnerable
        SINK(sort); // vulnerable
        SINK(tenant.ToString()); // safe
    }

    [HttpPost]
    public void Add([FromForm] string note, [FromServices] TimeProvider clock)
    {
        SINK(note); // vulnerable
        SINK(clock.GetUtcNow().ToString("O")); // safe
    }
}
