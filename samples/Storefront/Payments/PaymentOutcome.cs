namespace Storefront.Payments;

/// <summary>What became of a payment.</summary>
public enum PaymentResult
{
    /// <summary>The order is paid.</summary>
    Paid,

    /// <summary>There is no such order of this customer.</summary>
    OrderNotFound,

    /// <summary>The order no longer waits for a payment.</summary>
    NotPayable,

    /// <summary>The gateway declined the card.</summary>
    Declined,
}

/// <summary>What became of a payment, and the payment if there is one.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Payment">The payment, where the order is paid.</param>
public sealed record PaymentOutcome(PaymentResult Result, PaymentResponse? Payment = null);
