namespace Storefront.Orders;

/// <summary>One product of an order, at the price of that day.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">The price of one when it was ordered.</param>
public sealed record OrderLineResponse(int ProductId, int Quantity, decimal UnitPrice);
