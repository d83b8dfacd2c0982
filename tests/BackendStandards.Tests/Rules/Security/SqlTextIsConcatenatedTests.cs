using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class SqlTextIsConcatenatedTests
{
    private static readonly RuleTest<Only<FlowAnalysis>> Verify = new(RuleCatalog.SqlTextIsConcatenated);

    /// <summary>Statements in a method with the usual inputs; <c>name</c> is the hostile one.</summary>
    private static string InMethod(string statements, string members = "") => $$"""
        using System.Data.Common;
        using System.Text;
        using Dapper;
        using Microsoft.Data.SqlClient;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using MySqlConnector;
        using Npgsql;

        public enum Sort { Name, Price }
        public class Product { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Db(DbContextOptions options) : DbContext(options) { public DbSet<Product> Products => Set<Product>(); }
        public class Repository
        {
            {{members}}
            public async Task Run(DbConnection connection, SqliteConnection sqlite, SqlConnection sql, NpgsqlConnection npgsql, NpgsqlDataSource source, MySqlConnection mysql, Db db,
                string name, int id, Guid key, bool flag, DateTime day, Sort sort, int[] ids, List<string> names, CancellationToken token)
            {
                {{statements}}
                await Task.Yield();
            }
        }
        """;

    public static TheoryData<string> Sinks =>
    [
        """using var c = new SqlCommand([|$"SELECT * FROM P WHERE N = '{name}'"|], sql);""",
        """using var c = new SqlCommand { CommandText = [|$"SELECT * FROM P WHERE N = '{name}'"|] };""",
        """using var c = new SqliteCommand([|"SELECT * FROM P WHERE N = '" + name + "'"|], sqlite);""",
        """using var c = new NpgsqlCommand([|$"SELECT * FROM P WHERE N = '{name}'"|], npgsql);""",
        """using var c = new MySqlCommand([|$"SELECT * FROM P WHERE N = '{name}'"|], mysql);""",
        """using var c = source.CreateCommand([|$"SELECT * FROM P WHERE N = '{name}'"|]);""",
        """var c = new NpgsqlBatchCommand([|$"SELECT * FROM P WHERE N = '{name}'"|]);""",
        """using var a = new SqlDataAdapter([|$"SELECT * FROM P WHERE N = '{name}'"|], sql);""",
        """using var c = connection.CreateCommand(); c.CommandText = [|$"SELECT * FROM P WHERE N = '{name}'"|];""",
        """System.Data.IDbCommand c = sqlite.CreateCommand(); c.CommandText = [|"SELECT '" + name + "'"|];""",
        """using var c = connection.CreateCommand(); c.CommandText = "SELECT 1"; c.CommandText += [|" WHERE N = '" + name + "'"|];""",
        """connection.Query<Product>([|$"SELECT * FROM P WHERE N = '{name}'"|]);""",
        """await connection.ExecuteAsync([|"DELETE FROM P WHERE N = '" + name + "'"|]);""",
        """await connection.QueryAsync(new CommandDefinition([|$"SELECT '{name}'"|], cancellationToken: token));""",
        """db.Products.FromSqlRaw([|$"SELECT * FROM P WHERE N = '{name}'"|]).ToList();""",
        """db.Database.ExecuteSqlRaw([|$"DELETE FROM P WHERE N = '{name}'"|]);""",
        """await db.Database.ExecuteSqlRawAsync([|$"DELETE FROM P WHERE N = '{name}'"|], token);""",
        """db.Database.SqlQueryRaw<int>([|$"SELECT Id FROM P WHERE N = '{name}'"|]).ToList();""",
        """_ = new Microsoft.Azure.Cosmos.QueryDefinition([|$"SELECT * FROM c WHERE c.n = '{name}'"|]);""",
    ];

    public static TheoryData<string> Shapes =>
    [
        """var text = $"SELECT * FROM P WHERE N = '{name}'"; connection.Query([|text|]);""",
        """var text = "SELECT * FROM P"; text += " WHERE N = '" + name + "'"; connection.Query([|text|]);""",
        """var text = "SELECT * FROM P"; if (flag) text += " WHERE N = '" + name + "'"; connection.Query([|text|]);""",
        """var text = string.Format("SELECT * FROM P WHERE N = '{0}'", name); connection.Query([|text|]);""",
        """connection.Query([|string.Concat("SELECT * FROM P WHERE N = '", name, "'")|]);""",
        """connection.Query([|"SELECT * FROM P WHERE N = '#'".Replace("#", name)|]);""",
        """connection.Query([|"SELECT * FROM P WHERE N IN ('" + string.Join("','", names) + "')"|]);""",
        """var text = new StringBuilder("SELECT * FROM P"); text.Append(" WHERE N = '").Append(name).Append("'"); connection.Query([|text.ToString()|]);""",
        """var text = new StringBuilder(); text.AppendFormat("SELECT * FROM P WHERE N = '{0}'", name); connection.Query([|text.ToString()|]);""",
        """var text = new StringBuilder(); text.AppendLine($"SELECT * FROM P WHERE N = '{name}'"); connection.Query([|text.ToString()|]);""",
        """connection.Query([|new StringBuilder("SELECT '").Append(name).Append("'").ToString()|]);""",
        """connection.Query([|flag ? "SELECT 1" : "SELECT '" + name + "'"|]);""",
        """connection.Query([|sort switch { Sort.Name => "SELECT 1", _ => $"SELECT '{name}'" }|]);""",
        """"connection.Query([|$"""SELECT * FROM P WHERE N = '{name}'"""|]);"""",
        """var trimmed = name.Trim(); connection.Query([|$"SELECT '{trimmed}'"|]);""",
        """var product = new Product { Name = name }; connection.Query([|$"SELECT '{product.Name}'"|]);""",
        """foreach (var one in names) connection.Query([|$"SELECT '{one}'"|]);""",
        """string text; try { text = "SELECT 1"; } catch { text = "SELECT '" + name + "'"; } connection.Query([|text|]);""",
        """var parts = new List<string>(); parts.Add("N = '" + name + "'"); connection.Query([|"SELECT * FROM P WHERE " + string.Join(" AND ", parts)|]);""",
        """connection.Query([|$"SELECT * FROM P ORDER BY {name}"|]);""",
        """connection.Query([|"SELECT * FROM P WHERE N = '" + Environment.GetEnvironmentVariable("N") + "'"|]);""",
        """var (a, b) = (name, 1); connection.Query([|$"SELECT '{a}'"|]);""",
        """if (connection is { } c && name is { } n) c.Query([|$"SELECT '{n}'"|]);""",
        """void Local(string inner) => connection.Query([|$"SELECT '{inner}'"|]); Local(name);""",
        """Func<string, object> run = inner => connection.Query([|$"SELECT '{inner}'"|]); run(name);""",
        """names.ForEach(inner => connection.Query([|$"SELECT '{inner}'"|]));""",
    ];

    public static TheoryData<string> Silent =>
    [
        // Lesson A: every part is constant.
        """const string table = "P"; connection.Query($"SELECT * FROM {table}");""",
        """connection.Query($"SELECT * FROM {nameof(Product)}");""",
        """var table = flag ? "P" : "Q"; connection.Query("SELECT * FROM " + table);""",
        """var text = "SELECT * FROM P"; if (flag) text += " ORDER BY N"; connection.Query(text);""",
        """var order = sort switch { Sort.Name => "Name", _ => "Price" }; connection.Query($"SELECT * FROM P ORDER BY {order}");""",
        """connection.Query($"SELECT * FROM {Sort.Name.ToString()}");""",
        """connection.Query(string.Format("SELECT {0}", "x"));""",
        """connection.Query($"SELECT 1{Environment.NewLine}FROM P");""",
        // Harmless types.
        """connection.Query($"SELECT * FROM P WHERE Id = {id}");""",
        """connection.Query($"SELECT * FROM P WHERE Id = {id} AND K = '{key}' AND F = {flag} AND S = '{sort}' AND D = '{day:yyyy-MM-dd}'");""",
        """connection.Query("SELECT * FROM P WHERE Id IN (" + string.Join(",", ids) + ")");""",
        """connection.Query("SELECT * FROM P WHERE Id = " + int.Parse(name));""",
        """if (int.TryParse(name, out var parsed)) connection.Query($"SELECT {parsed}");""",
        """connection.Query($"SELECT '{Guid.Parse(name)}'");""",
        // Placeholder lists.
        """var list = string.Join(",", names.Select((_, i) => $"@p{i}")); connection.Query($"SELECT * FROM P WHERE N IN ({list})");""",
        """var list = new List<string>(); for (var i = 0; i < names.Count; i++) list.Add($"@p{i}"); connection.Query($"SELECT * FROM P WHERE N IN ({string.Join(", ", list)})");""",
        """var text = new StringBuilder("SELECT * FROM P WHERE N IN ("); for (var i = 0; i < names.Count; i++) { if (i > 0) text.Append(", "); text.Append(":p").Append(i); } connection.Query(text.Append(')').ToString());""",
        """connection.Query("SELECT * FROM P WHERE N IN (" + string.Join(",", Enumerable.Repeat("?", names.Count)) + ")");""",
        // FormattableString sinks make parameters of the holes.
        """db.Products.FromSql($"SELECT * FROM P WHERE N = {name}").ToList();""",
        """db.Products.FromSqlInterpolated($"SELECT * FROM P WHERE N = {name}").ToList();""",
        """db.Database.ExecuteSql($"DELETE FROM P WHERE N = {name}");""",
        """await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM P WHERE N = {name}");""",
        """db.Database.SqlQuery<int>($"SELECT Id FROM P WHERE N = {name}").ToList();""",
        """db.Products.FromSqlRaw("SELECT * FROM P WHERE N = {0}", name).ToList();""",
        """connection.Query("SELECT * FROM P WHERE N = @name", new { name });""",
        // Quoted names, allow-lists, names from the EF model.
        """var quoted = new SqlCommandBuilder().QuoteIdentifier(name); connection.Query($"SELECT * FROM {quoted}");""",
        """var allowed = new Dictionary<string, string> { ["n"] = "Name", ["p"] = "Price" }; connection.Query($"SELECT * FROM P ORDER BY {allowed[name]}");""",
        """var allowed = new Dictionary<string, string> { ["n"] = "Name" }; if (allowed.TryGetValue(name, out var column)) connection.Query($"SELECT * FROM P ORDER BY {column}");""",
        """var column = name switch { "n" => "Name", "p" => "Price", _ => throw new ArgumentException("sort") }; connection.Query($"SELECT * FROM P ORDER BY {column}");""",
        """if (name is "Name" or "Price") connection.Query($"SELECT * FROM P ORDER BY {name}");""",
        """if (name is not ("Name" or "Price")) throw new ArgumentException("sort"); connection.Query($"SELECT * FROM P ORDER BY {name}");""",
        """if (name != "Name") return; connection.Query($"SELECT * FROM P ORDER BY {name}");""",
        """var allowed = new HashSet<string> { "Name", "Price" }; if (!allowed.Contains(name)) return; connection.Query($"SELECT * FROM P ORDER BY {name}");""",
        """switch (name) { case "Name": case "Price": connection.Query($"SELECT * FROM P ORDER BY {name}"); break; }""",
        """var table = db.Model.FindEntityType(typeof(Product))!.GetTableName(); connection.Query($"SELECT * FROM {table}");""",
        // A text that arrives whole is somebody else's finding.
        """connection.Query(name);""",
        """using var c = connection.CreateCommand(); c.CommandText = name;""",
        // Overwritten before use, unreachable, another command.
        """var text = "SELECT '" + name + "'"; text = "SELECT 1"; connection.Query(text);""",
        """var debug = false; var text = "SELECT 1"; if (debug) text += name; connection.Query(text);""",
        """var message = $"Running for {name}"; Console.WriteLine(message); connection.Query("SELECT 1");""",
        """using var c = connection.CreateCommand(); c.CommandType = System.Data.CommandType.StoredProcedure; c.CommandText = "dbo.GetProducts";""",
    ];

    [Theory]
    [MemberData(nameof(Sinks))]
    public Task Reports_every_sink(string statements) => Verify.Reports(InMethod(statements));

    [Theory]
    [MemberData(nameof(Shapes))]
    public Task Reports_every_shape(string statements) => Verify.Reports(InMethod(statements));

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Ignores_safe_texts(string statements) => Verify.Ignores(InMethod(statements));

    [Fact]
    public Task Ignores_constant_fields_and_helpers() => Verify.Ignores(InMethod(
        """
        connection.Query($"SELECT * FROM {Table} ORDER BY {Column(name)}");
        connection.Query(Select + _tail);
        connection.Query($"SELECT * FROM {_schema}.P");
        """,
        """
        private const string Select = "SELECT * FROM P";
        private static readonly string Table = "P";
        private readonly string _schema = "dbo";
        private readonly string _tail;
        public Repository() => _tail = " WHERE 1 = 1";
        private static string Column(string key) => key switch { "n" => "Name", _ => "Price" };
        """));

    [Fact]
    public Task Reports_fields_and_helpers_that_carry_the_value() => Verify.Reports(InMethod(
        """
        connection.Query([|Where(name)|]);
        _filter = name;
        connection.Query([|"SELECT * FROM P WHERE " + _filter|]);
        """,
        """
        private string _filter = "";
        private static string Where(string value) => $"SELECT * FROM P WHERE N = '{value}'";
        """));

    [Fact]
    public Task Ignores_a_private_helper_that_only_constants_are_passed_to() => Verify.Ignores(InMethod(
        """Load(connection, "P"); Load(connection, "Q");""",
        """private static void Load(DbConnection connection, string table) => connection.Query($"SELECT * FROM {table}");"""));

    [Fact]
    public Task Reports_a_helper_that_one_caller_passes_input_to() => Verify.Reports(InMethod(
        """Load(connection, "P"); Load(connection, name);""",
        """private static void Load(DbConnection connection, string table) => connection.Query([|$"SELECT * FROM {table}"|]);"""));

    [Fact]
    public Task Reports_own_wrappers_marked_as_sql() => Verify.Reports(InMethod(
        """Sql([|$"SELECT '{name}'"|]); Sql("SELECT 1"); Sql(name);""",
        """private static void Sql([System.Diagnostics.CodeAnalysis.StringSyntax("Sql")] string text) { }"""));

    [Fact]
    public Task Ignores_migrations() => Verify.Ignores("""
        using Microsoft.EntityFrameworkCore.Migrations;
        public class AddIndex : Migration
        {
            protected override void Up(MigrationBuilder builder) => Run($"CREATE INDEX {Name()} ON P (N)");
            private static string Name() => Environment.GetEnvironmentVariable("INDEX") ?? "I";
            private static void Run(string text) => new Microsoft.Data.Sqlite.SqliteCommand("EXPLAIN " + text).ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task Ignores_test_projects() => Verify.Ignores(
        InMethod("""connection.Query($"SELECT '{name}'");"""),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));

    [Fact]
    public Task Reports_the_hole_and_the_remedy() => Verify.Reports(
        InMethod("""connection.Query({|#0:$"SELECT * FROM P WHERE N = '{{|#1:name|}}'"|});"""),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithLocation(1).WithArguments("Query", "joins in 'name': pass it as a parameter")));

    [Fact]
    public Task Reports_a_name_that_no_parameter_can_stand_for() => Verify.Reports(
        InMethod("""connection.Query({|#0:$"SELECT * FROM P ORDER BY {{|#1:name|}}"|});"""),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithLocation(1).WithArguments("Query", "joins in 'name' where a name or keyword stands: choose it from a fixed list")));
}
