using System.ComponentModel.DataAnnotations;

namespace Storefront.Customers;

/// <summary>Where a parcel may go.</summary>
public sealed class AddressRequest
{
    /// <summary>Street and number.</summary>
    [Required, StringLength(160)]
    public required string Street { get; init; }

    /// <summary>Town.</summary>
    [Required, StringLength(80)]
    public required string City { get; init; }

    /// <summary>Postal code.</summary>
    [Required, StringLength(12), RegularExpression("^[A-Za-z0-9 -]+$")]
    public required string PostalCode { get; init; }

    /// <summary>Two-letter country code.</summary>
    [Required, StringLength(2), CountryCode]
    public required string Country { get; init; }
}
