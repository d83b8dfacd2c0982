using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Storefront.Violations.Data;
using Storefront.Violations.Models;

namespace Storefront.Violations.Controllers;

[ApiController]
[Route("api/v1/members")]
[AllowAnonymous]
public sealed class MembersController(ShopContext shop) : ControllerBase // expect BST8002
{
    [HttpPost]
    public IActionResult Register(MemberRequest request) // expect BST3031
    {
        shop.Members.Add(new Member
        {
            Email = request.Email,
            Password = request.Password, // expect BST3080
        });
        return NoContent();
    }

    [HttpPost("session")]
    public IActionResult SignIn(MemberRequest request) => // expect BST3031
        shop.Members.Any(member => member.Email == request.Email
            && member.Password == request.Password) // expect BST3080
            ? NoContent()
            : Unauthorized();

    // Right: only the hash is kept.
    [HttpPut]
    public IActionResult Replace(MemberRequest request)
    {
        var member = new Member { Email = request.Email };
        member.PasswordHash = new PasswordHasher<Member>().HashPassword(member, request.Password);
        shop.Members.Add(member);
        return NoContent();
    }
}
