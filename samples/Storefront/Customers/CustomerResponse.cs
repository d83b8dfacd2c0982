namespace Storefront.Customers;

/// <summary>A customer.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="FullName">The name on the parcel.</param>
/// <param name="Phone">A number to call about a delivery.</param>
public sealed record CustomerResponse(int Id, string FullName, string? Phone);
