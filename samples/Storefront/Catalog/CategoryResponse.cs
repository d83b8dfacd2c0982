namespace Storefront.Catalog;

/// <summary>A shelf of the shop.</summary>
/// <param name="Id">The category's id.</param>
/// <param name="Name">The name on the shelf.</param>
public sealed record CategoryResponse(int Id, string Name);
