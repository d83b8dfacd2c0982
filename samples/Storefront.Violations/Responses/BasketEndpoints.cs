using BackendStandards;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Storefront.Violations.Responses;

public static class BasketEndpoints
{
    private static readonly Basket[] Vouchers = [new(1, 1), new(2, 2), new(3, 3)];

    public static void MapBaskets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/wishlists/{id:int}", Results<Ok<Basket>, NotFound<string>> (int id) =>
        {
            if (id > 100) return TypedResults.NotFound("There is no such list."); // expect BST2003
            return TypedResults.Ok(new Basket(id, 2)); // expect BST2001
        }).AllowAnonymous();

        routes.MapGet("/api/v1/wishlists/{id:int}/first", (int id) => new Basket(id, 1)).AllowAnonymous(); // expect BST2001

        routes.MapGet("/api/v1/vouchers", (int page = 1, int pageSize = 20) => // expect BST3003
        {
            var total = Vouchers.Length;
            var items = Vouchers.Skip((page - 1) * Math.Clamp(pageSize, 1, 100)).Take(Math.Clamp(pageSize, 1, 100)).ToList();
            return ApiResults.Ok(items); // expect BST2005
        }).AllowAnonymous();

        // Wrapped by their group.
        var wrapped = routes.MapGroup("/api/v1/gifts").WithApiEnvelope().AllowAnonymous();
        wrapped.MapGet("/{id:int}", (int id) => TypedResults.Ok(new Basket(id, 1)));
        wrapped.MapGet("/{id:int}/owner", (int id) => TypedResults.NotFound("Nobody owns a gift.")); // expect BST2091
    }
}
