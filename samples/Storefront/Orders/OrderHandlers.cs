using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Storefront.Auth;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Orders;

/// <summary>Between HTTP and <see cref="OrderService"/>; the customer is always the signed-in one.</summary>
public static class OrderHandlers
{
    /// <summary>Lists the own orders.</summary>
    public static async Task<Results<Ok<PagedResponse<OrderResponse>>, ValidationProblem>> ListAsync(
        OrderStatus? status,
        [AsParameters] PageRequest page,
        ClaimsPrincipal user,
        OrderService orders,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(await orders.ListAsync(user.CustomerId(), status, page, cancellationToken));

    /// <summary>Shows one of the own orders.</summary>
    public static async Task<Results<Ok<OrderResponse>, ProblemHttpResult>> GetAsync(
        int id,
        ClaimsPrincipal user,
        OrderService orders,
        CancellationToken cancellationToken)
    {
        var order = await orders.FindAsync(user.CustomerId(), id, cancellationToken);
        return order is null ? Problems.NotFound("The order") : TypedResults.Ok(order);
    }

    /// <summary>Places an order.</summary>
    public static async Task<Results<Created<OrderResponse>, ValidationProblem, ProblemHttpResult>> PlaceAsync(
        PlaceOrderRequest request,
        ClaimsPrincipal user,
        OrderService orders,
        CancellationToken cancellationToken)
    {
        var outcome = await orders.PlaceAsync(user.CustomerId(), request, cancellationToken);
        return outcome.Value is { } order
            ? TypedResults.Created($"/api/v1/orders/{order.Id}", order)
            : Problems.Conflict(outcome.Reason);
    }

    /// <summary>Cancels one of the own orders.</summary>
    public static async Task<Results<Ok<OrderResponse>, ProblemHttpResult>> CancelAsync(
        int id,
        ClaimsPrincipal user,
        OrderService orders,
        CancellationToken cancellationToken)
    {
        var outcome = await orders.CancelAsync(user.CustomerId(), id, cancellationToken);
        return outcome switch
        {
            { Value: { } order } => TypedResults.Ok(order),
            { Kind: OutcomeKind.NotFound } => Problems.NotFound("The order"),
            _ => Problems.Conflict(outcome.Reason),
        };
    }
}
