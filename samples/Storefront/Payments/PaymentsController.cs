using BackendStandards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Auth;
using Storefront.Common;

namespace Storefront.Payments;

/// <summary>A customer's own payments.</summary>
[ApiController]
[Authorize(Policy = Policies.Customer)]
[Route("api/v1/[controller]")]
[Produces("application/json")]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status401Unauthorized)]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status403Forbidden)]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status429TooManyRequests)]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status500InternalServerError)]
public sealed class PaymentsController(PaymentService payments) : ControllerBase
{
    /// <summary>Lists the own payments.</summary>
    [HttpGet]
    [EndpointSummary("List the own payments")]
    [ProducesResponseType<ApiResponse<IReadOnlyList<PaymentResponse>>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<ApiResponse<IReadOnlyList<PaymentResponse>>>> List(
        [FromQuery] PageRequest page,
        CancellationToken cancellationToken) =>
        Ok((await payments.ListAsync(User.CustomerId(), page, cancellationToken)).ToBody());

    /// <summary>Shows one of the own payments.</summary>
    [HttpGet("{id:int}")]
    [EndpointSummary("Show one of the own payments")]
    [ProducesResponseType<ApiResponse<PaymentResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<ApiResponse<PaymentResponse>>> Get(int id, CancellationToken cancellationToken)
    {
        var payment = await payments.FindAsync(User.CustomerId(), id, cancellationToken);
        return payment is null ? NotFound() : Ok(ApiResponse.Ok(payment));
    }

    /// <summary>Pays an order.</summary>
    [HttpPost]
    [RequestSizeLimit(8 * 1024)]
    [EndpointSummary("Pay an order")]
    [ProducesResponseType<ApiResponse<PaymentResponse>>(StatusCodes.Status201Created)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status402PaymentRequired)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<ApiResponse<PaymentResponse>>> Pay(PaymentRequest request, CancellationToken cancellationToken)
    {
        var outcome = await payments.PayAsync(User.CustomerId(), request, cancellationToken);
        return outcome switch
        {
            { Payment: { } payment } => CreatedAtAction(nameof(Get), new { id = payment.Id }, ApiResponse.Ok(payment)),
            { Result: PaymentResult.Declined } => StatusCode(
                StatusCodes.Status402PaymentRequired, ApiResponse.Fail(ErrorCodes.CardDeclined, "The card was declined.")),
            { Result: PaymentResult.OrderNotFound } => NotFound(ApiResponse.Fail(ErrorCodes.NotFound, "The order was not found.")),
            _ => Conflict(ApiResponse.Fail(ErrorCodes.Conflict, "The order does not wait for a payment.")),
        };
    }
}
