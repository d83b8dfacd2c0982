namespace Storefront.Violations.Models;

public sealed record OrderSummary(int Id, double Total);
