using Storefront.Violations.Data;
using Storefront.Violations.Models;

namespace Storefront.Violations.Endpoints;

public static class OrderEndpoints
{
    public static RouteGroupBuilder MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/orders"); // expect BST1030
        orders.MapGet("/", (string status, OrderQueries queries) => queries.ByStatusAsync(status));
        orders.MapGet("/sorted", (string column, OrderQueries queries) => queries.SortedAsync(column));
        orders.MapPost("/", Place); // expect BST8002
        orders.MapPost("/coupons", (CouponRequest request) => TypedResults.Ok(request.Code));
        orders.MapPost("/{id:int}/status", SetStatus); // expect BST8002

        var items = orders.MapGroup("/{id:int}/items");
        items.MapOrderItems();
        return orders;
    }

    private static IResult Place(
        PlaceOrderRequest request, // expect BST3001
        OrderQueries queries)
    {
        queries.Close("abandoned");
        return TypedResults.Created($"/orders/{request.CustomerId}", request.Lines.Count);
    }

    private static async Task<IResult> SetStatus(
        int id,
        string status,
        OrderQueries queries,
        CancellationToken cancellationToken) =>
        await queries.SetStatusAsync(id, status, cancellationToken) == 1 ? TypedResults.NoContent() : TypedResults.NotFound();
}
