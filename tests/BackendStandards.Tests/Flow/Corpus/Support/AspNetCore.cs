// What the shapes' sources and sinks stand on; compiled with each shape.
using Microsoft.EntityFrameworkCore;

namespace Shop;

public static class Databases
{
    public static Microsoft.Data.Sqlite.SqliteConnection Sqlite() => new("Data Source=shop.db");

    public static Microsoft.Data.SqlClient.SqlConnection SqlServer() => new("Server=db;Database=shop;Integrated Security=true");

    public static Npgsql.NpgsqlConnection Postgres() => new("Host=db;Database=shop");

    public static MySqlConnector.MySqlConnection MySql() => new("Server=db;Database=shop");

    public static ShopContext Context() => new();

    public static System.Data.IDataReader StoredRows()
    {
        using var command = Sqlite().CreateCommand();
        command.CommandText = "SELECT Name, City FROM Customers";
        return command.ExecuteReader();
    }
}

public class StoredOrder
{
    public int Id { get; set; }
}

public class ShopContext : DbContext
{
    public DbSet<StoredOrder> StoredOrders => Set<StoredOrder>();
}

public static class Web
{
    public static HttpContext Context => new HttpContextAccessor().HttpContext!;

    public static HttpRequest Request => Context.Request;

    public static void Answer(IResult result) => result.ExecuteAsync(Context).GetAwaiter().GetResult();
}
