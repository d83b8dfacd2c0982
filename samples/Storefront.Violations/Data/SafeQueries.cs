using System.Data;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Storefront.Violations.Models;

namespace Storefront.Violations.Data;

// Looks like ProductQueries and is right: every part is a constant, a number, or a parameter.
public sealed class SafeQueries(ShopDatabase database, ShopContext context)
{
    private const string Columns = "Id, Sku, Name, Price, Stock";

    private const string Select = "SELECT " + Columns + " FROM " + nameof(ShopContext.Products);

    private static readonly string s_stocked = " WHERE Stock > 0";

    public List<Product> Stocked()
    {
        using var connection = database.Open();
        using var command = new SqliteCommand(Select + s_stocked, connection);
        return ProductQueries.Read(command);
    }

    public List<Product> ById(int id)
    {
        using var connection = database.Open();
        using var command = new SqliteCommand($"{Select} WHERE Id = {id}", connection);
        return ProductQueries.Read(command);
    }

    public List<Product> ByName(string name)
    {
        using var connection = database.Open();
        using var command = new SqliteCommand(Select + " WHERE Name = @name", connection);
        command.Parameters.AddWithValue("@name", name);
        return ProductQueries.Read(command);
    }

    public List<Product> Search(string term)
    {
        using var connection = database.Open();
        using var command = new SqliteCommand($"SELECT {Columns} FROM Products WHERE Name LIKE @pattern", connection);
        command.Parameters.AddWithValue("@pattern", $"%{term}%");
        return ProductQueries.Read(command);
    }

    public List<Product> BySkus(IReadOnlyList<string> skus)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        var names = new List<string>();
        for (var i = 0; i < skus.Count; i++)
        {
            names.Add($"@p{i}");
            command.Parameters.AddWithValue($"@p{i}", skus[i]);
        }

        command.CommandText = $"SELECT {Columns} FROM Products WHERE Sku IN ({string.Join(", ", names)})";
        return ProductQueries.Read(command);
    }

    public List<Product> BySelectedSkus(IReadOnlyList<string> skus)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        var names = string.Join(",", skus.Select((_, i) => $"@p{i}"));
        for (var i = 0; i < skus.Count; i++)
        {
            command.Parameters.AddWithValue("@p" + i, skus[i]);
        }

        command.CommandText = "SELECT " + Columns + " FROM Products WHERE Sku IN (" + names + ")";
        return ProductQueries.Read(command);
    }

    public List<Product> Sorted(string? order, bool descending)
    {
        var column = order switch
        {
            "price" => "Price",
            "stock" => "Stock",
            _ => "Name",
        };
        var direction = descending ? "DESC" : "ASC";
        using var connection = database.Open();
        using var command = new SqliteCommand($"{Select} ORDER BY {column} {direction}, Id", connection);
        return ProductQueries.Read(command);
    }

    public List<Product> Filter(string? name, int? maximumStock)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        var sql = new StringBuilder(Select).Append(s_stocked);
        if (name is not null)
        {
            sql.Append(" AND Name = @name");
            command.Parameters.AddWithValue("@name", name);
        }

        if (maximumStock is { } limit)
        {
            sql.Append(" AND Stock <= ").Append(limit);
        }

        command.CommandText = sql.ToString();
        return ProductQueries.Read(command);
    }

    public async Task<int> CountInStateAsync(ProductState state, Guid batch)
    {
        await using var connection = database.Open();
        return await connection.ExecuteScalarAsync<int>(
            $"SELECT COUNT(*) FROM Products WHERE {(int)state} >= 0 AND Name <> '{state}' AND Sku <> '{batch}'");
    }

    public async Task<IEnumerable<Customer>> CustomersAsync(IReadOnlyList<string> emails, string region)
    {
        await using var connection = database.Open();
        return await connection.QueryAsync<Customer>(
            "SELECT * FROM Customers WHERE Email IN @emails AND Region = @region", new { emails, region });
    }

    public IDbCommand Procedure(IDbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandType = CommandType.StoredProcedure;
        command.CommandText = "recount_stock";
        return command;
    }

    public Task<List<Order>> OrdersAsync(string status) =>
        context.Orders.FromSql($"SELECT * FROM Orders WHERE Status = {status}").ToListAsync();

    public Task<int> CloseAsync(string status) =>
        context.Database.ExecuteSqlInterpolatedAsync($"UPDATE Orders SET Status = 'closed' WHERE Status = {status}");

    public Task<List<double>> TotalsAsync(string status) =>
        context.Database.SqlQueryRaw<double>("SELECT Total AS Value FROM Orders WHERE Status = {0}", status).ToListAsync();
}
