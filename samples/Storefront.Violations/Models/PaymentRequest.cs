namespace Storefront.Violations.Models;

public sealed record PaymentRequest(int OrderId, decimal Amount, string CardToken);
