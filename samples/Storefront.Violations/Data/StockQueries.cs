using System.Data;

namespace Storefront.Violations.Data;

// ADO.NET: writes, raw strings, and text that passes through string's own methods and through fields.
public sealed class StockQueries(ShopDatabase database)
{
    private const string Update = "UPDATE Products SET Stock = ";

    private string _lastFilter = "";

    public int Rename(string sku, string name)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Products SET Name = '" + name + "' WHERE Sku = '" + sku + "'"; // expect BST3021
        return command.ExecuteNonQuery();
    }

    public int SetStock(string sku, int stock)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Update + stock + " WHERE Sku = '" + sku + "'"; // expect BST3021
        return command.ExecuteNonQuery();
    }

    public int Remove(string sku)
    {
        var sql = $"""
            DELETE FROM Products
            WHERE Sku = '{sku}' AND Stock = 0
            """;
        using var connection = database.Open();
        using IDbCommand command = connection.CreateCommand();
        command.CommandText = sql; // expect BST3021
        return command.ExecuteNonQuery();
    }

    public int Insert(string sku, string? name)
    {
        var sql = string.Concat("INSERT INTO Products (Sku, Name, Price, Stock) VALUES ('", sku, "', '", name, "', 1, 0)");
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql; // expect BST3021
        return command.ExecuteNonQuery();
    }

    public object? CountOf(string name)
    {
        const string Template = "SELECT COUNT(*) FROM Products WHERE Name = '#name'";
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Template.Replace("#name", name); // expect BST3020
        return command.ExecuteScalar();
    }

    public object? CountFiltered(string state, string name)
    {
        _lastFilter = state switch
        {
            "empty" => " WHERE Stock = 0",
            "named" => " WHERE Name = '" + name + "'",
            _ => "",
        };
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Products" + _lastFilter; // expect BST3021
        return command.ExecuteScalar();
    }

    public int Clear(string table)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM " + table; // expect BST3020
        return command.ExecuteNonQuery();
    }
}
