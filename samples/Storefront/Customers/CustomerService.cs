using Microsoft.EntityFrameworkCore;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Customers;

/// <summary>Keeps the customers and their addresses.</summary>
public sealed class CustomerService(StoreDbContext database, ILogger<CustomerService> logger)
{
    private const int MaximumAddresses = 20;

    /// <summary>One page of the customers.</summary>
    public async Task<PagedResponse<CustomerResponse>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var total = await database.Customers.CountAsync(cancellationToken);
        var items = await database.Customers
            .OrderBy(x => x.Id)
            .Skip(page.Offset)
            .Take(page.Size)
            .Select(x => new CustomerResponse(x.Id, x.FullName, x.Phone))
            .ToListAsync(cancellationToken);
        return new PagedResponse<CustomerResponse>(items, page.Number, page.Size, total);
    }

    /// <summary>The customer with this id, or null.</summary>
    public async Task<CustomerResponse?> FindAsync(int customerId, CancellationToken cancellationToken) =>
        await database.Customers
            .Where(x => x.Id == customerId)
            .Select(x => new CustomerResponse(x.Id, x.FullName, x.Phone))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Replaces what a customer says; null if there is no such customer.</summary>
    public async Task<CustomerResponse?> ReplaceAsync(
        int customerId,
        CustomerProfile profile,
        CancellationToken cancellationToken)
    {
        var customer = await database.Customers.SingleOrDefaultAsync(x => x.Id == customerId, cancellationToken);
        if (customer is null)
        {
            return null;
        }

        customer.FullName = profile.FullName;
        customer.Phone = profile.Phone;
        await database.SaveChangesAsync(cancellationToken);
        return new CustomerResponse(customer.Id, customer.FullName, customer.Phone);
    }

    /// <summary>One page of a customer's addresses.</summary>
    public async Task<PagedResponse<AddressResponse>> ListAddressesAsync(
        int customerId,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        var addresses = database.Addresses.Where(x => x.CustomerId == customerId);
        var total = await addresses.CountAsync(cancellationToken);
        var items = await addresses
            .OrderBy(x => x.Id)
            .Skip(page.Offset)
            .Take(page.Size)
            .Select(x => new AddressResponse(x.Id, x.Street, x.City, x.PostalCode, x.Country))
            .ToListAsync(cancellationToken);
        return new PagedResponse<AddressResponse>(items, page.Number, page.Size, total);
    }

    /// <summary>One address of a customer, or null.</summary>
    public async Task<AddressResponse?> FindAddressAsync(
        int customerId,
        int addressId,
        CancellationToken cancellationToken) =>
        await database.Addresses
            .Where(x => x.Id == addressId && x.CustomerId == customerId)
            .Select(x => new AddressResponse(x.Id, x.Street, x.City, x.PostalCode, x.Country))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Adds an address.</summary>
    public async Task<Outcome<AddressResponse>> AddAddressAsync(
        int customerId,
        AddressRequest request,
        CancellationToken cancellationToken)
    {
        if (await database.Addresses.CountAsync(x => x.CustomerId == customerId, cancellationToken) >= MaximumAddresses)
        {
            return Outcome<AddressResponse>.Conflict("There are already as many addresses as a customer may have.");
        }

        var address = new Address
        {
            CustomerId = customerId,
            Street = request.Street,
            City = request.City,
            PostalCode = request.PostalCode,
            Country = request.Country,
        };
        database.Addresses.Add(address);
        await database.SaveChangesAsync(cancellationToken);

        logger.LogInformation("Customer {CustomerId} added address {AddressId}", customerId, address.Id);
        return Outcome<AddressResponse>.Done(new AddressResponse(
            address.Id, address.Street, address.City, address.PostalCode, address.Country));
    }

    /// <summary>Removes an address; false if there is none.</summary>
    public async Task<bool> RemoveAddressAsync(int customerId, int addressId, CancellationToken cancellationToken)
    {
        var removed = await database.Addresses
            .Where(x => x.Id == addressId && x.CustomerId == customerId)
            .ExecuteDeleteAsync(cancellationToken);
        return removed == 1;
    }
}
