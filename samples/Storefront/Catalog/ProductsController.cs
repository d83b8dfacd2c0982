using BackendStandards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Auth;
using Storefront.Common;

namespace Storefront.Catalog;

/// <summary>The catalogue.</summary>
[ApiController]
[Route("api/v1/[controller]")]
[Produces("application/json")]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status429TooManyRequests)]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status500InternalServerError)]
public sealed class ProductsController(ProductService products, ProductSearch search) : ControllerBase
{
    private const int MaximumAdjustment = 10_000;

    /// <summary>Lists products.</summary>
    [HttpGet]
    [AllowAnonymous]
    [EndpointSummary("List products")]
    [ProducesResponseType<ApiResponse<IReadOnlyList<ProductResponse>>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<ApiResponse<IReadOnlyList<ProductResponse>>>> List(
        [FromQuery] ProductQuery query,
        [FromQuery] PageRequest page,
        CancellationToken cancellationToken) =>
        Ok((await search.FindAsync(query, page, cancellationToken)).ToBody());

    /// <summary>Shows one product.</summary>
    [HttpGet("{id:int}")]
    [AllowAnonymous]
    [EndpointSummary("Show a product")]
    [ProducesResponseType<ApiResponse<ProductResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<ApiResponse<ProductResponse>>> Get(int id, CancellationToken cancellationToken)
    {
        var product = await products.FindAsync(id, cancellationToken);
        return product is null ? NotFound() : Ok(ApiResponse.Ok(product));
    }

    /// <summary>Puts a product into the catalogue.</summary>
    [HttpPost]
    [Authorize(Policy = Policies.Administrator)]
    [EndpointSummary("Create a product")]
    [ProducesResponseType<ApiResponse<ProductResponse>>(StatusCodes.Status201Created)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status403Forbidden)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<ApiResponse<ProductResponse>>> Create(ProductRequest request, CancellationToken cancellationToken)
    {
        var outcome = await products.CreateAsync(request, cancellationToken);
        return outcome.Value is { } product
            ? CreatedAtAction(nameof(Get), new { id = product.Id }, ApiResponse.Ok(product))
            : Refuse(outcome);
    }

    /// <summary>Replaces what the catalogue says about a product.</summary>
    [HttpPut("{id:int}")]
    [Authorize(Policy = Policies.Administrator)]
    [EndpointSummary("Replace a product")]
    [ProducesResponseType<ApiResponse<ProductResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status403Forbidden)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<ApiResponse<ProductResponse>>> Replace(
        int id,
        ProductRequest request,
        CancellationToken cancellationToken)
    {
        var outcome = await products.ReplaceAsync(id, request, cancellationToken);
        return outcome.Value is { } product ? Ok(ApiResponse.Ok(product)) : Refuse(outcome);
    }

    /// <summary>Adds to the stock of a product, or takes from it.</summary>
    [HttpPost("{id:int}/stock-adjustments")]
    [Authorize(Policy = Policies.Administrator)]
    [EndpointSummary("Adjust the stock of a product")]
    [ProducesResponseType<ApiResponse<ProductResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status403Forbidden)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<ApiResponse<ProductResponse>>> AdjustStock(
        int id,
        StockAdjustment adjustment,
        CancellationToken cancellationToken)
    {
        if (adjustment.Change is 0 or < -MaximumAdjustment or > MaximumAdjustment || !Enum.IsDefined(adjustment.Reason))
        {
            ModelState.AddModelError(nameof(adjustment.Change), "A change is not zero, within 10,000, and has a known reason.");
            return ValidationProblem(ModelState);
        }

        var outcome = await products.AdjustStockAsync(id, adjustment, cancellationToken);
        return outcome.Value is { } product ? Ok(ApiResponse.Ok(product)) : Refuse(outcome);
    }

    /// <summary>Takes a product out of the catalogue.</summary>
    [HttpDelete("{id:int}")]
    [Authorize(Policy = Policies.Administrator)]
    [EndpointSummary("Discontinue a product")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status403Forbidden)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Discontinue(int id, CancellationToken cancellationToken) =>
        await products.DiscontinueAsync(id, cancellationToken) ? NoContent() : NotFound();

    private ObjectResult Refuse(Outcome<ProductResponse> outcome) => outcome.Kind == OutcomeKind.NotFound
        ? NotFound(ApiResponse.Fail(ErrorCodes.NotFound, "The product was not found."))
        : Conflict(ApiResponse.Fail(ErrorCodes.Conflict, outcome.Reason ?? "The request contradicts the present state."));
}
