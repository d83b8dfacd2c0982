using System.Text;
using Microsoft.Data.Sqlite;

namespace Storefront.Violations.Data;

// ADO.NET: text that is joined in one expression, or in a local on the way to the command.
public sealed class ProductQueries(ShopDatabase database)
{
    private readonly string _columns = "Id, Sku, Name, Price, Stock";

    public List<Product> ByName(string name)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Sku, Name, Price, Stock FROM Products WHERE Name = '" + name + "'"; // expect BST3021
        return Read(command);
    }

    public List<Product> BySku(string sku)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Sku, Name, Price, Stock FROM Products WHERE Sku = '{sku}'"; // expect BST3021
        return Read(command);
    }

    public List<Product> ById(string id)
    {
        using var connection = database.Open();
        using var command = new SqliteCommand($"SELECT {_columns} FROM Products WHERE Id = {id}", connection); // expect BST3020
        return Read(command);
    }

    public List<Product> Search(string term)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Sku, Name, Price, Stock FROM Products WHERE Name LIKE '%{term}%'"; // expect BST3021
        return Read(command);
    }

    public List<Product> StartingWith(string prefix)
    {
        var sql = string.Format("SELECT Id, Sku, Name, Price, Stock FROM Products WHERE Name LIKE '{0}%'", prefix);
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql; // expect BST3020
        return Read(command);
    }

    public List<Product> BySkus(IReadOnlyList<string> skus)
    {
        var list = string.Join(", ", skus.Select(sku => $"'{sku}'"));
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Sku, Name, Price, Stock FROM Products WHERE Sku IN ({list})"; // expect BST3020
        return Read(command);
    }

    public List<Product> Filter(string? name, string? sku)
    {
        var sql = "SELECT Id, Sku, Name, Price, Stock FROM Products WHERE 1 = 1";
        if (name is not null)
        {
            sql += " AND Name = '" + name + "'";
        }

        if (sku is not null)
        {
            sql += $" AND Sku = '{sku}'";
        }

        using var connection = database.Open();
        using var command = new SqliteCommand(sql, connection); // expect BST3021
        return Read(command);
    }

    public List<Product> FilterBuilt(string? name, int maximumStock)
    {
        var sql = new StringBuilder("SELECT Id, Sku, Name, Price, Stock FROM Products WHERE Stock <= ");
        sql.Append(maximumStock);
        if (name is not null)
        {
            sql.Append(" AND Name = '").Append(name).Append('\'');
        }

        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql.ToString(); // expect BST3020
        return Read(command);
    }

    public List<Product> Sorted(string column)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Sku, Name, Price, Stock FROM Products ORDER BY {column}"; // expect BST3021
        return Read(command);
    }

    public List<Product> Cheaper(string name, double price)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Sku, Name, Price, Stock FROM Products WHERE Name <> '{name}' AND Price < @price"; // expect BST3020
        command.Parameters.AddWithValue("@price", price);
        return Read(command);
    }

    public List<Product> Optional(string? name)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = name is null ? "SELECT Id, Sku, Name, Price, Stock FROM Products" : "SELECT Id, Sku, Name, Price, Stock FROM Products WHERE Name = '" + name + "'"; // expect BST3020
        return Read(command);
    }

    internal static List<Product> Read(SqliteCommand command)
    {
        var products = new List<Product>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            products.Add(new Product
            {
                Id = reader.GetInt32(0),
                Sku = reader.GetString(1),
                Name = reader.GetString(2),
                Price = reader.GetDouble(3),
                Stock = reader.GetInt32(4),
            });
        }

        return products;
    }
}
