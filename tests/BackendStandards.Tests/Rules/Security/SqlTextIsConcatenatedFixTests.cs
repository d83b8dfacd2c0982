using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class SqlTextIsConcatenatedFixTests
{
    private static readonly FixTest<Only<FlowAnalysis>, SqlTextIsConcatenatedFix> Verify = new(RuleCatalog.SqlTextIsConcatenated);

    internal static string InMethod(string statements, string usings = "") => $$"""
        {{usings}}using System.Data.Common;
        using Dapper;
        using Microsoft.Data.SqlClient;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using MySqlConnector;
        using Npgsql;

        public enum Sort { Name, Price }
        public class Filter { public string Name { get; set; } = ""; public string? City { get; set; } }
        public class Product { public int Id { get; set; } }
        public class Db(DbContextOptions options) : DbContext(options) { public DbSet<Product> Products => Set<Product>(); }
        public class Repository
        {
            private const string Table = "Products";

            public async Task Run(DbConnection any, SqliteConnection sqlite, SqlConnection sql, NpgsqlConnection npgsql, MySqlConnection mysql, Db db,
                string name, string? city, int id, int? parent, bool flag, Filter filter, Sort sort, int[] ids, List<string> names, CancellationToken token)
            {
                {{statements}}
                await Task.Yield();
            }
        }
        """;

    /// <summary>Before and after, in a method that has all the inputs.</summary>
    public static TheoryData<string, string> Cases => new()
    {
        // ADO.NET, each provider in its own way.
        {
            """
            using var c = sqlite.CreateCommand();
                    c.CommandText = [|$"SELECT * FROM P WHERE N = '{name}'"|];
            """,
            """
            using var c = sqlite.CreateCommand();
                    c.CommandText = "SELECT * FROM P WHERE N = @name";
                    c.Parameters.AddWithValue("@name", name);
            """
        },
        {
            """using var c = new SqliteCommand([|"SELECT * FROM P WHERE N = '" + name + "' AND I = " + id|], sqlite);""",
            """
            using var c = new SqliteCommand("SELECT * FROM P WHERE N = @name AND I = @id", sqlite);
                    c.Parameters.AddWithValue("@name", name);
                    c.Parameters.AddWithValue("@id", id);
            """
        },
        {
            """using var c = new MySqlCommand([|$"SELECT * FROM P WHERE N = '{filter.Name}'"|], mysql);""",
            """
            using var c = new MySqlCommand("SELECT * FROM P WHERE N = @name", mysql);
                    c.Parameters.AddWithValue("@name", filter.Name);
            """
        },
        {
            """using var c = new NpgsqlCommand { Connection = npgsql, CommandText = [|$"SELECT * FROM P WHERE N = '{name}'"|] };""",
            """
            using var c = new NpgsqlCommand { Connection = npgsql, CommandText = "SELECT * FROM P WHERE N = @name" };
                    c.Parameters.AddWithValue("name", name);
            """
        },
        {
            """
            using (var c = new SqliteCommand([|$"SELECT '{name}'"|], sqlite))
                    {
                        c.ExecuteScalar();
                    }
            """,
            """
            using (var c = new SqliteCommand("SELECT @name", sqlite))
                    {
                        c.Parameters.AddWithValue("@name", name);
                        c.ExecuteScalar();
                    }
            """
        },
        // Null keeps its old meaning: an empty text between quotes, no value without.
        {
            """using var c = new SqliteCommand([|$"SELECT * FROM P WHERE C = '{city}' AND Q = {parent}"|], sqlite);""",
            """
            using var c = new SqliteCommand("SELECT * FROM P WHERE C = @city AND Q = @parent", sqlite);
                    c.Parameters.AddWithValue("@city", city ?? "");
                    c.Parameters.AddWithValue("@parent", (object?)parent ?? DBNull.Value);
            """
        },
        // Names are made unique, and one value is sent once.
        {
            """using var c = new SqliteCommand([|$"SELECT * FROM P WHERE A = '{name}' AND B = '{name}' AND C = '{filter.Name}' AND D = @city"|], sqlite);""",
            """
            using var c = new SqliteCommand("SELECT * FROM P WHERE A = @name AND B = @name AND C = @name2 AND D = @city", sqlite);
                    c.Parameters.AddWithValue("@name", name);
                    c.Parameters.AddWithValue("@name2", filter.Name);
            """
        },
        // LIKE keeps its wildcards in the value; a Unicode mark goes away.
        {
            """using var c = new SqliteCommand([|$"SELECT * FROM P WHERE N LIKE N'%{name}%'"|], sqlite);""",
            """
            using var c = new SqliteCommand("SELECT * FROM P WHERE N LIKE @name", sqlite);
                    c.Parameters.AddWithValue("@name", $"%{name}%");
            """
        },
        // Constants and harmless holes that no parameter can stand for stay.
        {
            """using var c = new SqliteCommand([|$"SELECT * FROM {Table} WHERE N = '{name}' ORDER BY {sort}"|], sqlite);""",
            """
            using var c = new SqliteCommand($"SELECT * FROM {Table} WHERE N = @name ORDER BY {sort}", sqlite);
                    c.Parameters.AddWithValue("@name", name);
            """
        },
        // The text of a local that is used nowhere else.
        {
            """
            var text = $"SELECT * FROM P WHERE N = '{name}'";
                    using var c = new SqliteCommand([|text|], sqlite);
            """,
            """
            var text = "SELECT * FROM P WHERE N = @name";
                    using var c = new SqliteCommand(text, sqlite);
                    c.Parameters.AddWithValue("@name", name);
            """
        },
        // string.Format, string.Concat, verbatim and raw literals, braces.
        {
            """sqlite.Query([|string.Format("SELECT * FROM P WHERE N = '{0}' AND J = '{{}}'", name)|]);""",
            """sqlite.Query("SELECT * FROM P WHERE N = @name AND J = '{}'", new { name });"""
        },
        {
            """sqlite.Query([|string.Concat("SELECT * FROM P WHERE N = '", name, "'")|]);""",
            """sqlite.Query("SELECT * FROM P WHERE N = @name", new { name });"""
        },
        {
            """"
            sqlite.Query([|$"""
                        SELECT * FROM P
                        WHERE N = '{name}'
                        """|]);
            """",
            """"
            sqlite.Query("""
                        SELECT * FROM P
                        WHERE N = @name
                        """, new { name });
            """"
        },
        // Dapper: the anonymous object is made, merged, named.
        {
            """await sqlite.QueryAsync<Product>([|$"SELECT * FROM P WHERE N = '{filter.Name}' AND I = {id}"|]);""",
            """await sqlite.QueryAsync<Product>("SELECT * FROM P WHERE N = @Name AND I = @id", new { filter.Name, id });"""
        },
        {
            """sqlite.Execute([|$"DELETE FROM P WHERE N = '{name}' AND I = @id"|], new { id });""",
            """sqlite.Execute("DELETE FROM P WHERE N = @name AND I = @id", new { id, name });"""
        },
        {
            """sqlite.Execute([|$"DELETE FROM P WHERE N = '{name}'"|], commandTimeout: 5);""",
            """sqlite.Execute("DELETE FROM P WHERE N = @name", new { name }, commandTimeout: 5);"""
        },
        {
            """await sqlite.ExecuteAsync(new CommandDefinition([|$"DELETE FROM P WHERE N = '{name}'"|], cancellationToken: token));""",
            """await sqlite.ExecuteAsync(new CommandDefinition("DELETE FROM P WHERE N = @name", new { name }, cancellationToken: token));"""
        },
        {
            """sqlite.Query([|"SELECT * FROM P WHERE N IN ('" + string.Join("','", names) + "') AND I = 1"|]);""",
            """sqlite.Query("SELECT * FROM P WHERE N IN @names AND I = 1", new { names });"""
        },
        {
            """sqlite.Query([|$"SELECT * FROM P WHERE N NOT IN ({string.Join(", ", names.Select(n => $"'{n}'"))})"|]);""",
            """sqlite.Query("SELECT * FROM P WHERE N NOT IN @names", new { names });"""
        },
        // What stands between the members of an object stays; a call with lambdas gets the object behind them.
        {
            """
            sqlite.Query([|$"SELECT * FROM P WHERE N = '{name}' AND I = @id"|], new
                        {
                            id // the id
                        });
            """,
            """
            sqlite.Query("SELECT * FROM P WHERE N = @name AND I = @id", new
                        {
                            id, // the id
                            name
                        });
            """
        },
        {
            """sqlite.Query<Product, Filter, Product>([|$"SELECT * FROM P WHERE N = '{name}'"|], (product, _) => product);""",
            """sqlite.Query<Product, Filter, Product>("SELECT * FROM P WHERE N = @name", (product, _) => product, param: new { name });"""
        },
        // Quotes doubled for the literal are the value's own again.
        {
            """sqlite.Query([|"SELECT * FROM P WHERE N = '" + name.Replace("'", "''") + "'"|]);""",
            """sqlite.Query("SELECT * FROM P WHERE N = @name", new { name });"""
        },
        // A parameter that the text does not show is there.
        {
            """
            using var c = new SqliteCommand([|$"SELECT * FROM P WHERE N = '{name}'"|], sqlite);
                    c.Parameters.AddWithValue("@name", city);
            """,
            """
            using var c = new SqliteCommand("SELECT * FROM P WHERE N = @name2", sqlite);
                    c.Parameters.AddWithValue("@name2", name);
                    c.Parameters.AddWithValue("@name", city);
            """
        },
        // Entity Framework Core.
        {
            """db.Products.FromSqlRaw([|$"SELECT * FROM Products WHERE N = '{name}' AND I = {id}"|]).ToList();""",
            """db.Products.FromSql($"SELECT * FROM Products WHERE N = {name} AND I = {id}").ToList();"""
        },
        {
            """await db.Database.ExecuteSqlRawAsync([|"DELETE FROM P WHERE N = '" + name + "'"|], token);""",
            """await db.Database.ExecuteSqlAsync($"DELETE FROM P WHERE N = {name}", token);"""
        },
        {
            """db.Database.SqlQueryRaw<int>([|$"SELECT Id FROM {Table} WHERE N LIKE '%{name}%'"|]).ToList();""",
            """db.Database.SqlQuery<int>($"SELECT Id FROM Products WHERE N LIKE {$"%{name}%"}").ToList();"""
        },
        {
            """db.Database.ExecuteSqlRaw([|$"UPDATE P SET N = '{name}' WHERE I = {{0}}"|], id);""",
            """db.Database.ExecuteSql($"UPDATE P SET N = {name} WHERE I = {id}");"""
        },
        {
            """
            var text = $"SELECT * FROM Products WHERE N = '{city}'";
                    db.Products.FromSqlRaw([|text|]).ToList();
            """,
            """
            FormattableString text = $"SELECT * FROM Products WHERE N = {city ?? ""}";
                    db.Products.FromSql(text).ToList();
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Sends_the_values_beside_the_text(string before, string after) => Verify.Fixes(InMethod(before), InMethod(after));

    [Fact]
    public Task Types_the_parameters_of_SqlClient() => Verify.Fixes(
        InMethod("""using var c = new SqlCommand([|$"SELECT * FROM P WHERE N = '{name}' AND I = {id}"|], sql);"""),
        InMethod(
            """
            using var c = new SqlCommand("SELECT * FROM P WHERE N = @name AND I = @id", sql);
                    c.Parameters.Add("@name", SqlDbType.NVarChar).Value = name;
                    c.Parameters.Add("@id", SqlDbType.Int).Value = id;
            """,
            "using System.Data;\n"));

    [Fact]
    public Task Fixes_all_that_is_certain_and_keeps_comments() => Verify.FixesAll(
        InMethod(
            """
            // first
                    using var c = sqlite.CreateCommand(); // made
                    /* text */ c.CommandText = [|$"SELECT * FROM P WHERE N = '{name}'"|]; // set
                    sqlite.Query([|$"SELECT '{name}'"|] /* all */);
                    sqlite.Query([|$"SELECT * FROM {name}"|]);
                    db.Products.FromSqlRaw([|$"SELECT * FROM Products WHERE N = '{name}'"|]).ToList();
            """),
        InMethod(
            """
            // first
                    using var c = sqlite.CreateCommand(); // made
                    /* text */ c.CommandText = "SELECT * FROM P WHERE N = @name"; // set
                    c.Parameters.AddWithValue("@name", name);
                    sqlite.Query("SELECT @name" /* all */, new { name });
                    sqlite.Query([|$"SELECT * FROM {name}"|]);
                    db.Products.FromSql($"SELECT * FROM Products WHERE N = {name}").ToList();
            """));
}
