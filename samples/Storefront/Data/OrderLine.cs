namespace Storefront.Data;

/// <summary>One product of an order, at the price of that day.</summary>
public sealed class OrderLine
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The order.</summary>
    public int OrderId { get; set; }

    /// <summary>The product.</summary>
    public int ProductId { get; set; }

    /// <summary>The product.</summary>
    public Product? Product { get; set; }

    /// <summary>How many.</summary>
    public int Quantity { get; set; }

    /// <summary>The price of one when it was ordered, in cents.</summary>
    public long UnitPriceInCents { get; set; }
}
