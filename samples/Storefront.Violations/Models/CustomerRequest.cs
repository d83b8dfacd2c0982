namespace Storefront.Violations.Models;

// "required" says that a value is sent, not that it is a good one.
public sealed class CustomerRequest
{
    public required string Email { get; set; }

    public required string FullName { get; set; }

    public string? Region { get; set; }
}
