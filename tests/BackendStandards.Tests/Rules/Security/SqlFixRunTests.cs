using System.Data.Common;
using System.Reflection;
using BackendStandards.Tests.Testing;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;

namespace BackendStandards.Tests.Rules.Security;

/// <summary>
/// The fix is proven by running: violating and fixed code meet a real SQLite database. The attack works before and fails after; ordinary, empty,
/// quoted and null input give what they gave. Of the providers whose server is not here, the unopened command is compared.
/// </summary>
public class SqlFixRunTests
{
    private const string Attack = "x' OR '1'='1";
    private const string SearchAttack = "' OR '1' LIKE '";

    /// <summary>Bodies that look people up by <c>name</c> and return what they find.</summary>
    public static TheoryData<string> Lookups =>
    [
        """
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Name FROM People WHERE Name = '{name}' ORDER BY Id";
        return Read(command);
        """,
        """
        using var command = new SqliteCommand("SELECT Name FROM People WHERE Name = '" + name + "' AND Id > " + 0 + " ORDER BY Id", connection);
        return Read(command);
        """,
        """
        using var command = new SqliteCommand { Connection = connection, CommandText = string.Format("SELECT Name FROM People WHERE Name = '{0}' ORDER BY Id", name) };
        return Read(command);
        """,
        """
        var text = $@"SELECT Name FROM People
        WHERE Name = '{name}' OR Nickname = '{name}' ORDER BY Id";
        using var command = new SqliteCommand(text, connection);
        return Read(command);
        """,
        """return connection.Query<string>($"SELECT Name FROM People WHERE Name = '{name}' ORDER BY Id").ToList();""",
        """return connection.Query<string>("SELECT Name FROM People WHERE Name = '" + name + "' AND Id > @floor ORDER BY Id", new { floor = 0 }).ToList();""",
        """return connection.Query<string>(new CommandDefinition($"SELECT Name FROM People WHERE Name = '{name}' ORDER BY Id")).ToList();""",
        """return db.People.FromSqlRaw($"SELECT * FROM People WHERE Name = '{name}'").OrderBy(person => person.Id).Select(person => person.Name).ToList();""",
        """return db.People.FromSqlRaw("SELECT * FROM People WHERE Id > {0} AND Name = '" + name + "'", 0).OrderBy(person => person.Id).Select(person => person.Name).ToList();""",
        """return db.Database.SqlQueryRaw<string>($"SELECT Name AS Value FROM People WHERE Name = '{name}'").ToList();""",
        """
        var text = $"UPDATE People SET Nickname = 'seen' WHERE Name = '{name}'";
        db.Database.ExecuteSqlRaw(text);
        return connection.Query<string>("SELECT Name FROM People WHERE Nickname = 'seen' ORDER BY Id").ToList();
        """,
    ];

    public static TheoryData<string> Searches =>
    [
        """return connection.Query<string>($"SELECT Name FROM People WHERE Name LIKE '%{name}%' ORDER BY Id").ToList();""",
        """return db.People.FromSqlRaw($"SELECT * FROM People WHERE Name LIKE '{name}%'").OrderBy(person => person.Id).Select(person => person.Name).ToList();""",
        """
        using var command = new SqliteCommand("SELECT Name FROM People WHERE Name LIKE '%" + name + "' ORDER BY Id", connection);
        return Read(command);
        """,
    ];

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task The_attack_works_before_and_fails_after(string body)
    {
        var (before, after) = await BothAsync(body);
        Assert.True(before(Attack).Count >= 4, "the violating code is not violable");
        Assert.Empty(after(Attack));
        foreach (var name in new[] { "alice", "nobody", "", null }) Assert.Equal(before(name), after(name));
        Assert.Throws<SqliteException>(() => Unwrapped(() => before("o'brien")));
        Assert.Equal(["o'brien"], after("o'brien"));
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Wildcards_stay_in_a_search(string body)
    {
        var (before, after) = await BothAsync(body);
        Assert.True(before(SearchAttack).Count >= 4);
        Assert.Empty(after(SearchAttack));
        foreach (var name in new[] { "al", "e", "zz", "", null }) Assert.Equal(before(name), after(name));
    }

    [Fact]
    public async Task A_list_is_sent_as_a_list()
    {
        const string attack = "x') OR 1 IN (1) OR Name IN ('";
        var (before, after) = await BothAsync("""var names = new List<string> { name ?? "", "nobody" }; return connection.Query<string>($"SELECT Name FROM People WHERE Name IN ('{string.Join("','", names)}') ORDER BY Id").ToList();""");
        Assert.True(before(attack).Count >= 4);
        Assert.Empty(after(attack));
        foreach (var name in new[] { "alice", "nobody", "", null }) Assert.Equal(before(name), after(name));
    }

    public static TheoryData<string, string> Commands => new()
    {
        { "SqlConnection", """using var command = new SqlCommand($"SELECT * FROM P WHERE N = '{name}' AND I = {id}", connection); return Describe(command);""" },
        { "NpgsqlConnection", """using var command = new NpgsqlCommand($"SELECT * FROM P WHERE N = '{name}' AND I = {id}", connection); return Describe(command);""" },
        { "MySqlConnection", """using var command = new MySqlCommand($"SELECT * FROM P WHERE N = '{name}' AND I = {id}", connection); return Describe(command);""" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Unopened_commands_carry_the_values_as_parameters(string connection, string body)
    {
        var source = $$"""
            using System.Data;
            using System.Data.Common;
            using Microsoft.Data.SqlClient;
            using MySqlConnector;
            using Npgsql;

            public static class Subject
            {
                public static string Run({{connection}} connection, string name, int id)
                {
                    {{body}}
                }

                private static string Describe(DbCommand command) =>
                    command.CommandText + "|" + string.Join("|", command.Parameters.Cast<DbParameter>().Select(one => $"{one.ParameterName.TrimStart('@')}:{one.Value!.GetType().Name}={one.Value}"));
            }
            """;
        using DbConnection unopened = connection switch { "SqlConnection" => new SqlConnection(), "NpgsqlConnection" => new NpgsqlConnection(), _ => new MySqlConnection() };
        object? Run(string code) => Load(code).Invoke(null, [unopened, Attack, 7]);
        Assert.Equal($"SELECT * FROM P WHERE N = '{Attack}' AND I = 7|", Run(source));
        Assert.Equal($"SELECT * FROM P WHERE N = @name AND I = @id|name:String={Attack}|id:Int32=7", Run(await Fixer.FixAsync(source, "BST3020")));
    }

    private static async Task<(Func<string?, IReadOnlyList<string>> Before, Func<string?, IReadOnlyList<string>> After)> BothAsync(string body)
    {
        var source = $$"""
            using Dapper;
            using Microsoft.Data.Sqlite;
            using Microsoft.EntityFrameworkCore;

            public class Person { public int Id { get; set; } public string Name { get; set; } = ""; public string? Nickname { get; set; } }
            public class Db(SqliteConnection connection) : DbContext
            {
                public DbSet<Person> People => Set<Person>();
                protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(connection);
            }
            public static class Subject
            {
                public static List<string> Run(SqliteConnection connection, string? name)
                {
                    using var db = new Db(connection);
                    return Find(connection, db, name);
                }

                public static List<string> Find(SqliteConnection connection, Db db, string? name)
                {
                    {{body}}
                }

                private static List<string> Read(SqliteCommand command)
                {
                    using var reader = command.ExecuteReader();
                    var names = new List<string>();
                    while (reader.Read()) names.Add(reader.GetString(0));
                    return names;
                }
            }
            """;
        var repaired = await Fixer.FixAsync(source, "BST3020");
        Assert.NotEqual(source, repaired);
        return (Runner(source), Runner(repaired));
    }

    private static Func<string?, IReadOnlyList<string>> Runner(string source)
    {
        var run = Load(source);
        return name =>
        {
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            using var seed = connection.CreateCommand();
            seed.CommandText = "CREATE TABLE People (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Nickname TEXT); INSERT INTO People (Name) VALUES ('alice'), ('bob'), ('o''brien'), (''), ('elfe')";
            seed.ExecuteNonQuery();
            return (IReadOnlyList<string>)run.Invoke(null, [connection, name])!;
        };
    }

    private static MethodInfo Load(string source)
    {
        using var image = new MemoryStream();
        var result = Sources.Compile(source).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return Assembly.Load(image.ToArray()).GetType("Subject")!.GetMethod("Run")!;
    }

    private static void Unwrapped(Action action)
    {
        try
        {
            action();
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException;
        }
    }
}
