using Microsoft.AspNetCore.Mvc;
using Storefront.Violations.Data;
using Storefront.Violations.Models;

namespace Storefront.Violations.Controllers;

[ApiController]
[Route("api/[controller]")] // expect BST1030
public sealed class ProductsController(ProductQueries products, StockQueries stock, SafeQueries safe) : ControllerBase // expect BST8002
{
    [HttpGet]
    public IActionResult List(
        [FromQuery] ProductFilter filter) => // expect BST3001
        Ok(products.Filter(filter.Name, null).Take(filter.PageSize ?? 20)); // expect BST1041

    [HttpGet("{id:int}")]
    public IActionResult Get(int id) => safe.ById(id) is [var product] ? Ok(product) : NotFound();

    [HttpGet("{id:int}/label")]
    public IActionResult Label(int id) => Ok(safe.ById(id).FirstOrDefault()); // expect BST1022

    [HttpGet("search")]
    public IActionResult Search(string term) => Ok(products.Search(term));

    [HttpGet("sorted")]
    public IActionResult Sorted(string column) => Ok(products.Sorted(column));

    [HttpGet("by-name")]
    public IActionResult ByName(string name) => Ok(products.ByName(name));

    [HttpPost]
    public IActionResult Create(
        [FromBody] CreateProductRequest request) // expect BST3001
    {
        stock.Insert(request.Sku, request.Name);
        stock.SetStock(request.Sku, request.Stock);
        return Ok(products.BySku(request.Sku));
    }

    [HttpPut("{sku}")]
    public IActionResult Replace(
        string sku,
        CreateProductRequest request) // expect BST3001
    {
        // That there is a body says nothing about what is in it.
        if (request is null)
        {
            return BadRequest();
        }

        stock.Rename(sku, request.Name);
        return NoContent();
    }

    [HttpPost("{id:int}/reviews")]
    public IActionResult Review(int id, ReviewRequest request) => Ok(new { id, request.Stars });

    [HttpPost("{id:int}/stock-changes")]
    public IActionResult ChangeStock(int id, StockChange change)
    {
        if (change.Change is 0 or < -1000 or > 1000)
        {
            return BadRequest();
        }

        return Ok(new { id, change.Change });
    }

    [HttpPost("{id:int}/state")]
    public IActionResult Switch(int id, ProductSwitch request) => Ok(new { id, request.State });

    [HttpDelete("{sku}")]
    public IActionResult Remove(string sku) => stock.Remove(sku) == 1 ? NoContent() : NotFound();
}
