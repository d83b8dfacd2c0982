namespace Storefront.Violations.Models;

public sealed class LoginRequest
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";
}
