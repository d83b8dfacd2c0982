// A value goes from one local to the next.
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("api/v1/orders")]
public class OrdersController : ControllerBase
{
    [HttpGet("search")]
    public void Search()
    {
        var asked = INPUT;
        var customer = asked;
        SINK(customer); // vulnerable
    }

    [HttpGet("north")]
    public void North()
    {
        var asked = "north";
        var customer = asked;
        SINK(customer); // safe
    }

    [HttpGet("both")]
    public void Both()
    {
        var asked = INPUT;
        var customer = "north";
        SINK(asked); // vulnerable
        SINK(customer); // safe
    }
}
