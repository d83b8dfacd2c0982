using System.ComponentModel.DataAnnotations;

namespace Storefront.Payments;

/// <summary>A payment as a customer sends it; the amount is the order's.</summary>
public sealed class PaymentRequest
{
    /// <summary>The order to pay.</summary>
    [Range(1, int.MaxValue)]
    public int OrderId { get; init; }

    /// <summary>What the gateway's own page gave the client in place of a card number.</summary>
    [Required, StringLength(64, MinimumLength = 8), RegularExpression("^[A-Za-z0-9_-]+$")]
    public required string CardToken { get; init; }
}
