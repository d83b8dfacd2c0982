using Storefront.Common;
using Storefront.Data;

namespace Storefront.Orders;

/// <summary>An order as its customer sees it.</summary>
/// <param name="Id">The order's id.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Total">The sum of its lines.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="Lines">What was ordered.</param>
public sealed record OrderResponse(
    int Id,
    OrderStatus Status,
    decimal Total,
    DateTimeOffset PlacedAt,
    IReadOnlyList<OrderLineResponse> Lines)
{
    internal static OrderResponse From(Order order) => new(
        order.Id,
        order.Status,
        Money.FromCents(order.TotalInCents),
        DateTimeOffset.FromUnixTimeMilliseconds(order.PlacedAt),
        order.Lines
            .OrderBy(line => line.Id)
            .Select(line => new OrderLineResponse(line.ProductId, line.Quantity, Money.FromCents(line.UnitPriceInCents)))
            .ToList());
}
