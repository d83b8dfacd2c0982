// What an action reads from its request itself.
using Microsoft.AspNetCore.Mvc;

[Route("api/v1/search")]
public class SearchController : Controller
{
    [HttpGet("{name}")]
    public async Task<IActionResult> Search()
    {
        SINK(Request.Query["q"].ToString()); // vulnerable
        SINK(Request.Query["q"].First()!); // vulnerable
        SINK(Request.Headers["Referer"].ToString()); // vulnerable
        SINK(Request.Cookies["last"]!); // vulnerable
        SINK(RouteData.Values["name"]!.ToString()!); // vulnerable
        SINK(Request.Query.Count.ToString()); // safe
        SINK(Request.IsHttps ? "https" : "http"); // safe
        if (Request.Query.TryGetValue("sort", out var sort)) SINK(sort.ToString()); // vulnerable
        foreach (var pair in Request.Query) SINK(pair.Key); // vulnerable
        var form = await Request.ReadFormAsync();
        SINK(form["note"].ToString()); // vulnerable
        SINK(form.Files.Count.ToString()); // safe
        return Ok();
    }
}
