using System.ComponentModel.DataAnnotations;

namespace Storefront.Orders;

/// <summary>How long an order waits for its payment.</summary>
public sealed class OrderOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Orders";

    /// <summary>After how many minutes an unpaid order is cancelled.</summary>
    [Range(1, 10_080)]
    public int PaymentWindowMinutes { get; set; } = 60;

    /// <summary>How often unpaid orders are looked for.</summary>
    [Range(1, 3_600)]
    public int SweepIntervalSeconds { get; set; } = 60;
}
