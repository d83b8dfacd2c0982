namespace Storefront.Bare;

/// <summary>How many of each article the warehouse holds.</summary>
public sealed class StockLevels
{
    private readonly Dictionary<string, StockLevel> _levels = new() { ["TEA-1"] = new("TEA-1", 12), ["TEA-2"] = new("TEA-2", 0) };

    /// <summary>The level of an article; null for one that the warehouse does not know.</summary>
    public StockLevel? Find(string sku) => _levels.GetValueOrDefault(sku);
}
