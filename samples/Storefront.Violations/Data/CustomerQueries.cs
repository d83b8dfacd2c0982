using Dapper;

namespace Storefront.Violations.Data;

// Dapper.
public sealed class CustomerQueries(ShopDatabase database)
{
    public IEnumerable<Customer> ByEmail(string email)
    {
        using var connection = database.Open();
        return connection.Query<Customer>($"SELECT * FROM Customers WHERE Email = '{email}'"); // expect BST3021
    }

    public async Task<Customer?> ByEmailAndRegionAsync(string email, string region)
    {
        await using var connection = database.Open();
        return await connection.QueryFirstOrDefaultAsync<Customer>($"SELECT * FROM Customers WHERE Email = '{email}' AND Region = @region", new { region }); // expect BST3021
    }

    public async Task<IEnumerable<Customer>> SearchAsync(string term)
    {
        await using var connection = database.Open();
        return await connection.QueryAsync<Customer>($"SELECT * FROM Customers WHERE FullName LIKE '%{term}%' ORDER BY Id"); // expect BST3021
    }

    public async Task<IEnumerable<Customer>> ByEmailsAsync(IReadOnlyList<string> emails)
    {
        await using var connection = database.Open();
        return await connection.QueryAsync<Customer>($"SELECT * FROM Customers WHERE Email IN ({string.Join(", ", emails.Select(email => $"'{email}'"))})"); // expect BST3020
    }

    public async Task<int> MoveAsync(string email, string region)
    {
        await using var connection = database.Open();
        return await connection.ExecuteAsync("UPDATE Customers SET Region = '" + region + "' WHERE Email = '" + email + "'"); // expect BST3021
    }

    public async Task<int> RemoveAsync(string email, CancellationToken cancellationToken)
    {
        await using var connection = database.Open();
        return await connection.ExecuteAsync(new CommandDefinition($"DELETE FROM Customers WHERE Email = '{email}'", cancellationToken: cancellationToken)); // expect BST3021
    }

    public async Task<int> CountAsync(string region)
    {
        var sql = "SELECT COUNT(*) FROM Customers WHERE Region = '" + region + "'";
        await using var connection = database.Open();
        return await connection.ExecuteScalarAsync<int>(sql); // expect BST3021
    }

    public async Task<IEnumerable<Customer>> SortedAsync(string column, bool descending)
    {
        await using var connection = database.Open();
        return await connection.QueryAsync<Customer>($"SELECT * FROM Customers ORDER BY {column} {(descending ? "DESC" : "ASC")}"); // expect BST3020
    }
}
