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
[ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status500InternalServerError)]
public sealed class PaymentsController(PaymentService payments) : ControllerBase
{
    /// <summary>Lists the own payments.</summary>
    [HttpGet]
    [EndpointSummary("List the own payments")]
    [ProducesResponseType<PagedResponse<PaymentResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<PagedResponse<PaymentResponse>>> List(
        [FromQuery] PageRequest page,
        CancellationToken cancellationToken) =>
        Ok(await payments.ListAsync(User.CustomerId(), page, cancellationToken));

    /// <summary>Shows one of the own payments.</summary>
    [HttpGet("{id:int}")]
    [EndpointSummary("Show one of the own payments")]
    [ProducesResponseType<PaymentResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<PaymentResponse>> Get(int id, CancellationToken cancellationToken)
    {
        var payment = await payments.FindAsync(User.CustomerId(), id, cancellationToken);
        return payment is null ? NotFound() : Ok(payment);
    }

    /// <summary>Pays an order.</summary>
    [HttpPost]
    [RequestSizeLimit(8 * 1024)]
    [EndpointSummary("Pay an order")]
    [ProducesResponseType<PaymentResponse>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status402PaymentRequired)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<PaymentResponse>> Pay(PaymentRequest request, CancellationToken cancellationToken)
    {
        var outcome = await payments.PayAsync(User.CustomerId(), request, cancellationToken);
        return outcome switch
        {
            { Payment: { } payment } => CreatedAtAction(nameof(Get), new { id = payment.Id }, payment),
            { Result: PaymentResult.Declined } => Problem(
                statusCode: StatusCodes.Status402PaymentRequired, title: "The card was declined."),
            { Result: PaymentResult.OrderNotFound } => Problem(
                statusCode: StatusCodes.Status404NotFound, title: "The order was not found."),
            _ => Problem(
                statusCode: StatusCodes.Status409Conflict, title: "The order does not wait for a payment."),
        };
    }
}
