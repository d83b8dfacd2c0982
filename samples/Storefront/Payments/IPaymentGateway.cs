namespace Storefront.Payments;

/// <summary>The company that charges cards.</summary>
public interface IPaymentGateway
{
    /// <summary>Charges a card; gives the gateway's reference, or null where the card was declined.</summary>
    Task<string?> ChargeAsync(string cardToken, long amountInCents, CancellationToken cancellationToken);

    /// <summary>Gives a charge back.</summary>
    Task RefundAsync(string reference, CancellationToken cancellationToken);
}
