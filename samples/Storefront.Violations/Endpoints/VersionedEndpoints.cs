using Microsoft.AspNetCore.Mvc;
using Storefront.Violations.Data;
using Storefront.Violations.Models;

namespace Storefront.Violations.Endpoints;

// Right: the version stands in the outer group, in the inner one, or in the route itself.
public static class VersionedEndpoints
{
    public static void MapVersioned(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization();
        var products = api.MapGroup("/products");
        products.MapGet("/stocked", (SafeQueries queries) => queries.Stocked());
        products.MapPost("/reviews", (ReviewRequest request) => TypedResults.Ok(request.Stars));

        app.MapGroup("/shop").MapGroup("/v2").MapGet("/orders", (string status, SafeQueries queries) => queries.OrdersAsync(status)).RequireAuthorization();
        app.MapGet("/api/v1/orders/totals", (string status, SafeQueries queries) => queries.TotalsAsync(status)).RequireAuthorization();
        app.MapPost("/api/v1/stock-changes", ChangeStock).RequireAuthorization("manger"); // expect BST3061 // expect BST8002
        app.MapDelete("/api/v1/stock-changes/{id:int}", (int id) => id > 0 ? Results.Ok() : Results.NotFound()).RequireAuthorization(); // expect BST1021 // expect BST8002
        app.MapDelete("/api/v1/stock-changes", ([FromBody] int[] ids) => TypedResults.Ok(ids.Length)).RequireAuthorization(); // expect BST1003

        var open = app.MapGroup("/api/v1/open").AllowAnonymous();
        open.MapGet("/stock", (SafeQueries queries) => queries.Stocked());
        open.MapGet("/totals", () => TypedResults.Ok(12)).RequireAuthorization(); // expect BST3051
    }

    private static IResult ChangeStock(StockChange change)
    {
        if (change.ProductId < 1 || change.Change == 0)
        {
            return TypedResults.BadRequest();
        }

        return TypedResults.Ok(change.Change);
    }
}
