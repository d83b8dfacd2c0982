namespace Storefront.Data;

/// <summary>Who orders.</summary>
public sealed class Customer
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The account that this customer signs in with.</summary>
    public int AccountId { get; set; }

    /// <summary>The name on the parcel.</summary>
    public required string FullName { get; set; }

    /// <summary>A number to call about a delivery.</summary>
    public string? Phone { get; set; }

    /// <summary>Where parcels may go.</summary>
    public List<Address> Addresses { get; } = [];
}
