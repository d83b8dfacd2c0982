using Microsoft.AspNetCore.Mvc;
using Storefront.Violations.Data;

namespace Storefront.Violations.Controllers;

// No route of its own: each action has one.
[ApiController]
public sealed class StockController(ProductQueries products, StockQueries stock) : ControllerBase // expect BST8002
{
    [HttpGet("stock/{sku}")] // expect BST1030
    public IActionResult Get(string sku) => Ok(products.BySku(sku));

    [HttpGet("stock/count")] // expect BST1030
    public IActionResult Count(string state, string name) => Ok(stock.CountFiltered(state, name));

    [HttpGet("api/v1/stock-levels/{sku}")]
    public IActionResult GetVersioned(string sku) => Ok(products.BySku(sku));

    [HttpGet("api/v1/stock-levels")]
    public IActionResult Levels()
    {
        try
        {
            return Ok(products.BySku("all"));
        }
        catch (InvalidOperationException ex)
        {
            return StatusCode(StatusCodes.Status500InternalServerError, new { error = ex.Message }); // expect BST3090
        }
    }

    [HttpGet("api/v1/stock-partners")]
    public IActionResult Partners(
        [FromQuery] string partnerToken) => // expect BST3017
        partnerToken.Length == 32 ? Ok() : Unauthorized();

    // Right: a token of a page is no secret.
    [HttpGet("api/v1/stock-pages")]
    public IActionResult Pages(string continuationToken, [FromHeader(Name = "X-Partner-Token")] string partnerToken) =>
        continuationToken.Length + partnerToken.Length > 0 ? Ok() : Unauthorized();

    // Right: the number of a fault says nothing of the inside.
    [HttpGet("api/v1/stock-faults")]
    public IActionResult Faults()
    {
        try
        {
            return Ok(products.BySku("all"));
        }
        catch (InvalidOperationException ex)
        {
            return StatusCode(StatusCodes.Status500InternalServerError, ex.HResult);
        }
    }
}
