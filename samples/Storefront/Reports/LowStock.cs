namespace Storefront.Reports;

/// <summary>A product that is running out.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stock">How many are left.</param>
public sealed record LowStock(int ProductId, string Name, int Stock);
