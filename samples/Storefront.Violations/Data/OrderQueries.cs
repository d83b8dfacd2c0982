using Microsoft.EntityFrameworkCore;

namespace Storefront.Violations.Data;

// EF Core.
public sealed class OrderQueries(ShopContext context)
{
    public Task<List<Order>> ByStatusAsync(string status) =>
        context.Orders.FromSqlRaw($"SELECT * FROM Orders WHERE Status = '{status}'").ToListAsync(); // expect BST3021

    public Task<List<Order>> ByCustomerAsync(string email)
    {
        var sql = $"SELECT o.* FROM Orders o JOIN Customers c ON c.Id = o.CustomerId WHERE c.Email = '{email}'";
        return context.Orders.FromSqlRaw(sql).ToListAsync(); // expect BST3021
    }

    public Task<List<Customer>> SearchAsync(string term) =>
        context.Customers.FromSqlRaw("SELECT * FROM Customers WHERE FullName LIKE '%" + term + "%'").ToListAsync(); // expect BST3020

    // Silent: the one caller that there is passes a constant.
    public int Close(string status)
    {
        return context.Database.ExecuteSqlRaw("UPDATE Orders SET Status = 'closed' WHERE Status = '" + status + "'");
    }

    public Task<int> SetStatusAsync(int id, string status, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync($"UPDATE Orders SET Status = '{status}' WHERE Id = {id}", cancellationToken); // expect BST3021

    public Task<int> RenameStatusAsync(string from, string to) =>
        context.Database.ExecuteSqlRawAsync($"UPDATE Orders SET Status = '{to}' WHERE Status = {{0}}", from); // expect BST3020

    public Task<List<double>> TotalsAsync(string status) =>
        context.Database.SqlQueryRaw<double>($"SELECT Total AS Value FROM Orders WHERE Status = '{status}'").ToListAsync(); // expect BST3021

    public Task<List<Order>> SortedAsync(string column) =>
        context.Orders.FromSqlRaw($"SELECT * FROM Orders ORDER BY {column}").ToListAsync(); // expect BST3021
}
