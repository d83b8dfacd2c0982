using System.Security.Claims;
using BackendStandards;
using Microsoft.AspNetCore.Http.HttpResults;
using Storefront.Auth;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Orders;

/// <summary>Between HTTP and <see cref="OrderService"/>; the customer is always the signed-in one.</summary>
public static class OrderHandlers
{
    /// <summary>Lists the own orders.</summary>
    public static async Task<Results<ApiPaged<OrderResponse>, ApiValidationFailed>> ListAsync(
        OrderStatus? status,
        [AsParameters] PageRequest page,
        ClaimsPrincipal user,
        OrderService orders,
        CancellationToken cancellationToken) =>
        (await orders.ListAsync(user.CustomerId(), status, page, cancellationToken)).ToResult();

    /// <summary>Shows one of the own orders.</summary>
    public static async Task<Results<ApiOk<OrderResponse>, ApiNotFound>> GetAsync(
        int id,
        ClaimsPrincipal user,
        OrderService orders,
        CancellationToken cancellationToken)
    {
        var order = await orders.FindAsync(user.CustomerId(), id, cancellationToken);
        return order is null ? ApiResults.NotFound("The order was not found.") : ApiResults.Ok(order);
    }

    /// <summary>Places an order.</summary>
    public static async Task<Results<ApiCreated<OrderResponse>, ApiValidationFailed, ApiConflict>> PlaceAsync(
        PlaceOrderRequest request,
        ClaimsPrincipal user,
        OrderService orders,
        CancellationToken cancellationToken)
    {
        var outcome = await orders.PlaceAsync(user.CustomerId(), request, cancellationToken);
        return outcome.Value is { } order
            ? ApiResults.Created($"/api/v1/orders/{order.Id}", order)
            : ApiResults.Conflict(message: outcome.Reason);
    }

    /// <summary>Cancels one of the own orders.</summary>
    public static async Task<Results<ApiOk<OrderResponse>, ApiNotFound, ApiConflict>> CancelAsync(
        int id,
        ClaimsPrincipal user,
        OrderService orders,
        CancellationToken cancellationToken)
    {
        var outcome = await orders.CancelAsync(user.CustomerId(), id, cancellationToken);
        return outcome switch
        {
            { Value: { } order } => ApiResults.Ok(order),
            { Kind: OutcomeKind.NotFound } => ApiResults.NotFound("The order was not found."),
            _ => ApiResults.Conflict(message: outcome.Reason),
        };
    }
}
