namespace Storefront.Bare;

/// <summary>How many of an article the warehouse holds.</summary>
public sealed record StockLevel(string Sku, int Quantity);
