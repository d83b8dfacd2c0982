using Microsoft.AspNetCore.Mvc;
using Storefront.Violations.Data;
using Storefront.Violations.Models;

namespace Storefront.Violations.Controllers;

[ApiController]
[Route("customers")] // expect BST1030
public sealed class CustomersController(CustomerQueries customers) : ControllerBase
{
    [HttpGet]
    public async Task<IActionResult> Search(string term) => Ok(await customers.SearchAsync(term));

    [HttpGet("{email}")]
    public IActionResult Get(string email) => Ok(customers.ByEmail(email));

    [HttpPut("{email}")]
    public async Task<IActionResult> Replace(
        string email,
        CustomerRequest request) // expect BST3001
    {
        await customers.MoveAsync(email, request.Region ?? "north");
        return NoContent();
    }

    [HttpDelete("{email}")]
    public async Task<IActionResult> Remove(string email, CancellationToken cancellationToken) =>
        await customers.RemoveAsync(email, cancellationToken) == 1 ? NoContent() : NotFound();

    [HttpPut("{email}/delivery")]
    public IActionResult Deliver(string email, DeliveryRequest request) => Ok(new { email, request.City });

    [HttpPatch("{email}/delivery")]
    public IActionResult Correct(string email, DeliveryRequest request)
    {
        request.Street = request.Street.Trim();
        TryValidateModel(request); // expect BST3004
        return Ok(new { email, request.City });
    }
}
