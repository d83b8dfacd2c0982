using Storefront.Violations.Models;

namespace Storefront.Violations.Endpoints;

public static class OrderItemEndpoints
{
    // The group is made elsewhere, and its missing version is reported there.
    public static void MapOrderItems(this RouteGroupBuilder items)
    {
        items.MapGet("/", (int id) => TypedResults.Ok(new { id, items = Array.Empty<string>() }));
        items.MapPost("/", (
            int id,
            OrderLineRequest request) => // expect BST3001
            TypedResults.Created($"/orders/{id}/items/1", request.Quantity));
        items.MapPut("/{line:int}", (
            int id,
            int line,
            OrderLineRequest request) => // expect BST3001
            TypedResults.Ok(new { id, line, request.Quantity }));
        items.MapDelete("/{line:int}", (int id, int line) => TypedResults.NoContent());
    }
}
