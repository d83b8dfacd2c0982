namespace Storefront.Data;

/// <summary>How far an order has come.</summary>
public enum OrderStatus
{
    /// <summary>Placed, and waiting for its payment.</summary>
    Placed,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Cancelled; the stock went back.</summary>
    Cancelled,
}

/// <summary>What a customer ordered.</summary>
public sealed class Order
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>Whose order it is.</summary>
    public int CustomerId { get; set; }

    /// <summary>How far it has come.</summary>
    public OrderStatus Status { get; set; }

    /// <summary>The sum of its lines, in cents.</summary>
    public long TotalInCents { get; set; }

    /// <summary>When it was placed, in milliseconds since 1970, so that SQLite can compare it.</summary>
    public long PlacedAt { get; set; }

    /// <summary>What was ordered.</summary>
    public List<OrderLine> Lines { get; } = [];
}
