using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Auth;
using Storefront.Common;

namespace Storefront.Customers;

/// <summary>The customers, and each customer's own profile.</summary>
[ApiController]
[Route("api/v1/customers")]
[Produces("application/json")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status500InternalServerError)]
public sealed class CustomersController(CustomerService customers) : ControllerBase
{
    /// <summary>Lists the customers.</summary>
    [HttpGet]
    [Authorize(Policy = Policies.Administrator)]
    [EndpointSummary("List customers")]
    [ProducesResponseType<PagedResponse<CustomerResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<PagedResponse<CustomerResponse>>> List(
        [FromQuery] PageRequest page,
        CancellationToken cancellationToken) =>
        Ok(await customers.ListAsync(page, cancellationToken));

    /// <summary>Shows one customer.</summary>
    [HttpGet("{id:int}")]
    [Authorize(Policy = Policies.Administrator)]
    [EndpointSummary("Show a customer")]
    [ProducesResponseType<CustomerResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<CustomerResponse>> Get(int id, CancellationToken cancellationToken)
    {
        var customer = await customers.FindAsync(id, cancellationToken);
        return customer is null ? NotFound() : Ok(customer);
    }

    /// <summary>Shows the own profile.</summary>
    [HttpGet("me")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Show the own profile")]
    [ProducesResponseType<CustomerResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<CustomerResponse>> GetProfile(CancellationToken cancellationToken)
    {
        var customer = await customers.FindAsync(User.CustomerId(), cancellationToken);
        return customer is null ? NotFound() : Ok(customer);
    }

    /// <summary>Replaces the own profile.</summary>
    [HttpPut("me")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Replace the own profile")]
    [ProducesResponseType<CustomerResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<CustomerResponse>> ReplaceProfile(
        CustomerProfile profile,
        CancellationToken cancellationToken)
    {
        var customer = await customers.ReplaceAsync(User.CustomerId(), profile, cancellationToken);
        return customer is null ? NotFound() : Ok(customer);
    }

    /// <summary>Lists the own addresses.</summary>
    [HttpGet("me/addresses")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("List the own addresses")]
    [ProducesResponseType<PagedResponse<AddressResponse>>(StatusCodes.Status200OK)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<PagedResponse<AddressResponse>>> ListAddresses(
        [FromQuery] PageRequest page,
        CancellationToken cancellationToken) =>
        Ok(await customers.ListAddressesAsync(User.CustomerId(), page, cancellationToken));

    /// <summary>Shows one of the own addresses.</summary>
    [HttpGet("me/addresses/{addressId:int}")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Show one of the own addresses")]
    [ProducesResponseType<AddressResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<AddressResponse>> GetAddress(int addressId, CancellationToken cancellationToken)
    {
        var address = await customers.FindAddressAsync(User.CustomerId(), addressId, cancellationToken);
        return address is null ? NotFound() : Ok(address);
    }

    /// <summary>Adds an address.</summary>
    [HttpPost("me/addresses")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Add an address")]
    [ProducesResponseType<AddressResponse>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<AddressResponse>> AddAddress(
        AddressRequest request,
        CancellationToken cancellationToken)
    {
        var outcome = await customers.AddAddressAsync(User.CustomerId(), request, cancellationToken);
        return outcome.Value is { } address
            ? CreatedAtAction(nameof(GetAddress), new { addressId = address.Id }, address)
            : Problem(statusCode: StatusCodes.Status409Conflict, detail: outcome.Reason);
    }

    /// <summary>Removes one of the own addresses.</summary>
    [HttpDelete("me/addresses/{addressId:int}")]
    [Authorize(Policy = Policies.Customer)]
    [EndpointSummary("Remove one of the own addresses")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> RemoveAddress(int addressId, CancellationToken cancellationToken) =>
        await customers.RemoveAddressAsync(User.CustomerId(), addressId, cancellationToken) ? NoContent() : NotFound();
}
