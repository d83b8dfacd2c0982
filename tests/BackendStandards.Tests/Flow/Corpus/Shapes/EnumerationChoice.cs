// An enum bound from the request can be one of its names only.
using Microsoft.AspNetCore.Mvc;

public enum SortColumn { Id, Total, CreatedOn }

[ApiController]
[Route("api/v1/sorted")]
public class SortedController : ControllerBase
{
    [HttpGet]
    public void List(SortColumn sort, string direction)
    {
        SINK(sort.ToString()); // safe
        SINK($"{sort}"); // safe
        SINK(direction); // vulnerable
        SINK(direction == "desc" ? "DESC" : "ASC"); // safe
    }
}
