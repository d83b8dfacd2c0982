namespace Storefront.Customers;

/// <summary>Where a parcel may go.</summary>
/// <param name="Id">The address's id.</param>
/// <param name="Street">Street and number.</param>
/// <param name="City">Town.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="Country">Two-letter country code.</param>
public sealed record AddressResponse(int Id, string Street, string City, string PostalCode, string Country);
