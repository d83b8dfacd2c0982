using System.Security.Cryptography;

namespace Storefront.Payments;

/// <summary>Stands in for a real gateway: it declines what begins with <c>declined</c> and accepts the rest.</summary>
public sealed class SimulatedPaymentGateway(ILogger<SimulatedPaymentGateway> logger) : IPaymentGateway
{
    /// <inheritdoc />
    public Task<string?> ChargeAsync(string cardToken, long amountInCents, CancellationToken cancellationToken)
    {
        if (cardToken.StartsWith("declined", StringComparison.Ordinal))
        {
            logger.LogWarning("A charge of {AmountInCents} cents was declined", amountInCents);
            return Task.FromResult<string?>(null);
        }

        var reference = $"ch_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
        logger.LogInformation("Charge {Reference} of {AmountInCents} cents was accepted", reference, amountInCents);
        return Task.FromResult<string?>(reference);
    }

    /// <inheritdoc />
    public Task RefundAsync(string reference, CancellationToken cancellationToken)
    {
        logger.LogInformation("Charge {Reference} was refunded", reference);
        return Task.CompletedTask;
    }
}
