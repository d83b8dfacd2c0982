namespace Storefront.Orders;

/// <summary>A customer's own orders.</summary>
public static class OrderEndpoints
{
    /// <summary>Maps them below the given prefix and hands the group back: the caller says who may use it.</summary>
    public static RouteGroupBuilder MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/orders").WithTags("Orders");
        orders.MapGet("/", OrderHandlers.ListAsync).WithSummary("List the own orders");
        orders.MapPost("/", OrderHandlers.PlaceAsync).WithSummary("Place an order");

        var order = orders.MapGroup("/{id:int}");
        order.MapGet("", OrderHandlers.GetAsync).WithSummary("Show one of the own orders");
        order.MapPost("/cancel", OrderHandlers.CancelAsync).WithSummary("Cancel an unpaid order");
        return orders;
    }
}
