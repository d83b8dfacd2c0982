namespace Storefront.Data;

/// <summary>A payment that the gateway accepted.</summary>
public sealed class Payment
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The order that was paid.</summary>
    public int OrderId { get; set; }

    /// <summary>How much was paid, in cents.</summary>
    public long AmountInCents { get; set; }

    /// <summary>The gateway's number for it.</summary>
    public required string Reference { get; set; }

    /// <summary>When it was paid, in milliseconds since 1970.</summary>
    public long PaidAt { get; set; }
}
