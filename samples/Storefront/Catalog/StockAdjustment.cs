namespace Storefront.Catalog;

/// <summary>Why the stock changed.</summary>
public enum StockReason
{
    /// <summary>A delivery came in.</summary>
    Delivery,

    /// <summary>The shelf was counted.</summary>
    Count,

    /// <summary>Something broke.</summary>
    Damage,
}

/// <summary>A change of the stock. The action that takes it checks it by hand.</summary>
/// <param name="Change">How many more, or fewer.</param>
/// <param name="Reason">Why.</param>
public sealed record StockAdjustment(int Change, StockReason Reason);
