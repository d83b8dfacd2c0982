using Microsoft.Data.Sqlite;

namespace Storefront.Violations.Data;

public sealed class ShopDatabase(string path)
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS Products (
            Id INTEGER PRIMARY KEY, Sku TEXT NOT NULL UNIQUE, Name TEXT NOT NULL, Price REAL NOT NULL, Stock INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS Customers (
            Id INTEGER PRIMARY KEY, Email TEXT NOT NULL UNIQUE, FullName TEXT NOT NULL, Region TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS Orders (
            Id INTEGER PRIMARY KEY, CustomerId INTEGER NOT NULL, Status TEXT NOT NULL, Total REAL NOT NULL);
        """;

    private const string FirstRows = """
        INSERT OR IGNORE INTO Products (Id, Sku, Name, Price, Stock) VALUES
            (1, 'BK-0001', 'The Well-Kept Garden', 24.90, 40),
            (2, 'BK-0002', 'Maps of the Coast', 39.50, 12),
            (3, 'KT-0001', 'Cast Iron Pan', 54.00, 25);
        INSERT OR IGNORE INTO Customers (Id, Email, FullName, Region) VALUES
            (1, 'ann@shop.invalid', 'Ann Field', 'north'),
            (2, 'bo@shop.invalid', 'Bo Stone', 'south');
        INSERT OR IGNORE INTO Orders (Id, CustomerId, Status, Total) VALUES
            (1, 1, 'open', 78.90), (2, 2, 'paid', 54.00);
        """;

    public string ConnectionString { get; } = new SqliteConnectionStringBuilder { DataSource = path }.ToString();

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public void Prepare()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = Schema + FirstRows;
        command.ExecuteNonQuery();
    }
}
