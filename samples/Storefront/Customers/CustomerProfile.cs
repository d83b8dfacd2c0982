using System.ComponentModel.DataAnnotations;

namespace Storefront.Customers;

/// <summary>What customers say about themselves.</summary>
public sealed class CustomerProfile
{
    /// <summary>The name on the parcel.</summary>
    [Required, StringLength(120, MinimumLength = 2)]
    public required string FullName { get; init; }

    /// <summary>A number to call about a delivery.</summary>
    [Phone, StringLength(32)]
    public string? Phone { get; init; }
}
