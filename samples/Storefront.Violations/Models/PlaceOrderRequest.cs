namespace Storefront.Violations.Models;

public sealed record PlaceOrderRequest(int CustomerId, List<OrderLineRequest> Lines);

public sealed record OrderLineRequest(int ProductId, int Quantity);
