namespace Storefront.Violations.Responses;

public sealed record Basket(int Id, int Items);
