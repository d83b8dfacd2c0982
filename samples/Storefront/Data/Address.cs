namespace Storefront.Data;

/// <summary>Where a parcel may go.</summary>
public sealed class Address
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The customer whose address it is.</summary>
    public int CustomerId { get; set; }

    /// <summary>Street and number.</summary>
    public required string Street { get; set; }

    /// <summary>Town.</summary>
    public required string City { get; set; }

    /// <summary>Postal code.</summary>
    public required string PostalCode { get; set; }

    /// <summary>Two-letter country code.</summary>
    public required string Country { get; set; }
}
