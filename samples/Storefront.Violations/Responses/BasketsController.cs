using BackendStandards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Storefront.Violations.Responses;

[ApiController]
[AllowAnonymous]
[Route("api/v1/baskets")]
public sealed class BasketsController : ControllerBase // expect BST8002
{
    [HttpGet("{id:int}")]
    public ActionResult<Basket> Get(int id)
    {
        if (id > 100) return NotFound("There is no such basket."); // expect BST2003
        return Ok(new Basket(id, 3)); // expect BST2001
    }

    [HttpGet("{id:int}/total")]
    public IActionResult Total(int id) => Ok(new { success = true, data = id * 10 }); // expect BST2001

    [HttpGet("{id:int}/checkout")]
    public IActionResult Checkout(int id) => Conflict(ApiResponse.Fail("basketClosed", $"Basket {id} is closed.")); // expect BST2004

    // In the format, or nothing that has one.
    [HttpGet("{id:int}/owner")]
    public ActionResult<ApiResponse<Basket>> Owner(int id) => id > 100 ? NotFound() : Ok(ApiResponse.Ok(new Basket(id, 1)));

    [HttpGet("{id:int}/label")]
    public IActionResult Label(int id) => File("label"u8.ToArray(), "text/plain", $"basket-{id}.txt");
}
