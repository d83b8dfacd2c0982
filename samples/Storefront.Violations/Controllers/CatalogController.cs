using Microsoft.AspNetCore.Mvc;
using Storefront.Violations.Data;

namespace Storefront.Violations.Controllers;

// Right: a version stands in the route, wherever it stands.
[ApiController]
[Route("api/v2/[controller]")]
public sealed class CatalogController(SafeQueries safe) : ControllerBase
{
    [HttpGet]
    public IActionResult List(string? order, bool descending) => Ok(safe.Sorted(order, descending));

    [HttpGet("search")]
    public IActionResult Search(string term) => Ok(safe.Search(term));
}
