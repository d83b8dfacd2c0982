using BackendStandards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Auth;
using Storefront.Common;

namespace Storefront.Customers;

/// <summary>The customers, and each customer's own profile.</summary>
[ApiController]
[Route("api/v1/customers")]
[Produces("application/json")]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status401Unauthorized)]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status403Forbidden)]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status429TooManyRequests)]
[ProducesResponseType<ApiErrorResponse>(StatusCodes.Status500InternalServerError)]
public sealed class CustomersController(CustomerService customers) : ControllerBase
{
    /// <summary>Lists the customers.</summary>
    [HttpGet]
    [Authorize(Policy = Policies.Administrator)]
    [EndpointSummary("List customers")]
    [ProducesResponseType<ApiResponse<IReadOnlyList<CustomerResponse>>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<ApiResponse<IReadOnlyList<CustomerResponse>>>> List(
        [FromQuery] PageRequest page,
        CancellationToken cancellationToken) =>
        Ok((await customers.ListAsync(page, cancellationToken)).ToBody());

    /// <summary>Shows one customer.</summary>
    [HttpGet("{id:int}")]
    [Authorize(Policy = Policies.Administrator)]
    [EndpointSummary("Show a customer")]
    [ProducesResponseType<ApiResponse<CustomerResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<ApiResponse<CustomerResponse>>> Get(int id, CancellationToken cancellationToken)
    {
        var customer = await customers.FindAsync(id, cancellationToken);
        return customer is null ? NotFound() : Ok(ApiResponse.Ok(customer));
    }

    /// <summary>Shows the own profile.</summary>
    [HttpGet("me")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Show the own profile")]
    [ProducesResponseType<ApiResponse<CustomerResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<ApiResponse<CustomerResponse>>> GetProfile(CancellationToken cancellationToken)
    {
        var customer = await customers.FindAsync(User.CustomerId(), cancellationToken);
        return customer is null ? NotFound() : Ok(ApiResponse.Ok(customer));
    }

    /// <summary>Replaces the own profile.</summary>
    [HttpPut("me")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Replace the own profile")]
    [ProducesResponseType<ApiResponse<CustomerResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<ApiResponse<CustomerResponse>>> ReplaceProfile(
        CustomerProfile profile,
        CancellationToken cancellationToken)
    {
        var customer = await customers.ReplaceAsync(User.CustomerId(), profile, cancellationToken);
        return customer is null ? NotFound() : Ok(ApiResponse.Ok(customer));
    }

    /// <summary>Lists the own addresses.</summary>
    [HttpGet("me/addresses")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("List the own addresses")]
    [ProducesResponseType<ApiResponse<IReadOnlyList<AddressResponse>>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<ApiResponse<IReadOnlyList<AddressResponse>>>> ListAddresses(
        [FromQuery] PageRequest page,
        CancellationToken cancellationToken) =>
        Ok((await customers.ListAddressesAsync(User.CustomerId(), page, cancellationToken)).ToBody());

    /// <summary>Shows one of the own addresses.</summary>
    [HttpGet("me/addresses/{addressId:int}")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Show one of the own addresses")]
    [ProducesResponseType<ApiResponse<AddressResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<ApiResponse<AddressResponse>>> GetAddress(int addressId, CancellationToken cancellationToken)
    {
        var address = await customers.FindAddressAsync(User.CustomerId(), addressId, cancellationToken);
        return address is null ? NotFound() : Ok(ApiResponse.Ok(address));
    }

    /// <summary>Adds an address.</summary>
    [HttpPost("me/addresses")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Add an address")]
    [ProducesResponseType<ApiResponse<AddressResponse>>(StatusCodes.Status201Created)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<ApiResponse<AddressResponse>>> AddAddress(
        AddressRequest request,
        CancellationToken cancellationToken)
    {
        var outcome = await customers.AddAddressAsync(User.CustomerId(), request, cancellationToken);
        return outcome.Value is { } address
            ? CreatedAtAction(nameof(GetAddress), new { addressId = address.Id }, ApiResponse.Ok(address))
            : Conflict(ApiResponse.Fail(ErrorCodes.Conflict, outcome.Reason ?? "The request contradicts the present state."));
    }

    /// <summary>Removes one of the own addresses.</summary>
    [HttpDelete("me/addresses/{addressId:int}")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Remove one of the own addresses")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ApiErrorResponse>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> RemoveAddress(int addressId, CancellationToken cancellationToken) =>
        await customers.RemoveAddressAsync(User.CustomerId(), addressId, cancellationToken) ? NoContent() : NotFound();
}
