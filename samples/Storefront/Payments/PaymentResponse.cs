using Storefront.Common;
using Storefront.Data;

namespace Storefront.Payments;

/// <summary>A payment as its customer sees it.</summary>
/// <param name="Id">The payment's id.</param>
/// <param name="OrderId">The order that was paid.</param>
/// <param name="Amount">How much was paid.</param>
/// <param name="Reference">The gateway's number for it.</param>
/// <param name="PaidAt">When it was paid.</param>
public sealed record PaymentResponse(int Id, int OrderId, decimal Amount, string Reference, DateTimeOffset PaidAt)
{
    internal static PaymentResponse From(Payment payment) => new(
        payment.Id,
        payment.OrderId,
        Money.FromCents(payment.AmountInCents),
        payment.Reference,
        DateTimeOffset.FromUnixTimeMilliseconds(payment.PaidAt));
}
