using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

/// <summary>BST3020 where the value goes through guards, fields, constructors, callees and lambdas: both what must be found and what must not.</summary>
public class SqlTextFlowTests
{
    private static readonly RuleTest<Only<FlowAnalysis>> Verify = new(RuleCatalog.SqlTextIsConcatenated);

    private static string Source(string statements, string members, string types) => $$"""
        using System.Collections.Frozen;
        using System.Data.Common;
        using System.Text;
        using Dapper;
        using Microsoft.Data.Sqlite;

        public enum Sort { Name, Price }
        {{types}}
        public class Repository
        {
            {{members}}
            public async Task Run(DbConnection connection, SqliteConnection sqlite, string name, int id, bool flag, int[] ids, List<string> names)
            {
                {{statements}}
                await Task.Yield();
            }
        }
        """;

    /// <summary>Statements, members of the class around them, types beside it.</summary>
    public static TheoryData<string, string, string> Safe => new()
    {
        { """connection.Query($"SELECT * FROM P ORDER BY {Map[name]}");""", """static readonly Dictionary<string, string> Map = new(StringComparer.OrdinalIgnoreCase) { ["a"] = "A", ["b"] = "B" };""", "" },
        {
            """connection.Query($"SELECT * FROM P ORDER BY {(Map.TryGetValue(name, out var c) ? c : "Id")}");""",
            """static readonly FrozenDictionary<string, string> Map = new Dictionary<string, string> { ["a"] = "A", ["b"] = "B" }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);""",
            ""
        },
        {
            """if (!Allowed.Contains(name)) throw new ArgumentException(name); connection.Query($"SELECT * FROM P ORDER BY {name}");""",
            """static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase) { "A", "B" };""",
            ""
        },
        {
            """if (!Allowed.Contains(name)) return; connection.Query($"SELECT * FROM P ORDER BY {name}");""",
            """static readonly FrozenSet<string> Allowed = new[] { "A", "B" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);""",
            ""
        },
        { """if (!Allowed.Any(a => a == name)) return; connection.Query($"SELECT * FROM P ORDER BY {name}");""", """static readonly string[] Allowed = ["A", "B"];""", "" },
        {
            """if (!Allowed.Any(a => a.Equals(name, StringComparison.OrdinalIgnoreCase))) return; connection.Query($"SELECT * FROM P ORDER BY {name}"); if (!Array.Exists(Allowed, a => string.Equals(a, name))) return; connection.Query($"SELECT * FROM P ORDER BY {name}");""",
            """static readonly string[] Allowed = ["A", "B"];""",
            ""
        },
        { """if (!Enum.GetNames<Sort>().Contains(name)) return; connection.Query($"SELECT * FROM P ORDER BY {name}"); foreach (var n in Enum.GetNames(typeof(Sort))) connection.Query($"SELECT {n}");""", "", "" },
        {
            """if (!IsAllowed(name)) return; connection.Query($"SELECT * FROM P ORDER BY {name}");""",
            """
            static readonly HashSet<string> Allowed = ["A", "B"];
            static bool IsAllowed(string value) => Allowed.Contains(value);
            """,
            ""
        },
        {
            """if (!IsAllowed(name)) return; connection.Query($"SELECT * FROM P ORDER BY {name}");""",
            """
            static readonly HashSet<string> Allowed = ["A", "B"];
            static bool IsAllowed(string value) { if (string.IsNullOrEmpty(value)) return false; return Allowed.Contains(value); }
            """,
            ""
        },
        {
            """if (!IsAllowed(name)) return; connection.Query($"SELECT * FROM P ORDER BY {name}");""",
            """
            static readonly HashSet<string> Allowed = ["A", "B"];
            static bool IsAllowed(string value) => !string.IsNullOrEmpty(value) && Allowed.Contains(value);
            """,
            ""
        },
        {
            """Ensure(name); connection.Query($"SELECT * FROM P ORDER BY {name}");""",
            """
            static readonly HashSet<string> Allowed = ["A", "B"];
            static void Ensure(string value) { if (!Allowed.Contains(value)) throw new ArgumentException(value); }
            """,
            ""
        },
        { """if (string.Equals(name, "desc", StringComparison.OrdinalIgnoreCase)) connection.Query($"SELECT * FROM P ORDER BY N {name}");""", "", "" },
        { """if (name.Equals("desc", StringComparison.OrdinalIgnoreCase)) connection.Query($"SELECT * FROM P ORDER BY N {name}");""", "", "" },
        {
            """using var c = sqlite.CreateCommand(); var ps = new List<string>(); foreach (var n in names) { var p = c.Parameters.AddWithValue("@p" + ps.Count, n); ps.Add(p.ParameterName); } c.CommandText = $"SELECT * FROM P WHERE N IN ({string.Join(",", ps)})"; c.CommandText = c.CommandText + " ORDER BY N";""",
            "",
            ""
        },
        { """Func<string, object> q = t => connection.Query($"SELECT * FROM {t}"); q("A"); q("B");""", "", "" },
        {
            """var r = new Table("A", 1) with { N = 2 }; connection.Query($"SELECT * FROM {r.Name}"); var s = r with { Name = "B" }; connection.Query($"SELECT * FROM {s.Name}");""",
            "",
            """public record Table(string Name, int N);"""
        },
        { """connection.Query(new Repo("users").Sql());""", "", """public class Repo(string table) { public string Sql() => $"SELECT * FROM {table}"; }""" },
        { """new Repo("users", connection).Get();""", "", """public class Repo(string table, DbConnection db) { public object Get() => db.Query($"SELECT * FROM {table}"); }""" },
        {
            """Repo r = new("users", connection); r.Get();""",
            "",
            """public class Repo { private readonly string _table; private readonly DbConnection _db; public Repo(string table, DbConnection db) { _table = table; _db = db; } public object Get() => _db.Query($"SELECT * FROM {_table}"); }"""
        },
        {
            """Use(new("users", connection));""",
            """static void Use(Repo r) => r.Get();""",
            """public class Repo { private readonly string _table; private readonly DbConnection _db; public Repo(string table, DbConnection db) { _table = table; _db = db; } public object Get() => _db.Query($"SELECT * FROM {_table}"); }"""
        },
        {
            """new UserRepo(connection).Get();""",
            "",
            """
            public class BaseRepo { private readonly string _table; private readonly DbConnection _db; public BaseRepo(string table, DbConnection db) { _table = table; _db = db; } public object Get() => _db.Query($"SELECT * FROM {_table}"); }
            public class UserRepo : BaseRepo { public UserRepo(DbConnection db) : base("Users", db) { } }
            """
        },
        {
            """new BaseRepo(connection).Get();""",
            "",
            """public class BaseRepo { private readonly string _table; private readonly DbConnection _db; public BaseRepo(DbConnection db) : this("X", db) { } private BaseRepo(string table, DbConnection db) { _table = table; _db = db; } public object Get() => _db.Query($"SELECT * FROM {_table}"); }"""
        },
        {
            """new UserRepo(connection).Get();""",
            "",
            """
            public class BaseRepo(string table, DbConnection db) { public object Get() => db.Query($"SELECT * FROM {table}"); }
            public class UserRepo(DbConnection db) : BaseRepo("Users", db) { }
            """
        },
        {
            """connection.Query(string.Format(System.Globalization.CultureInfo.InvariantCulture, "SELECT {0}", id)); connection.Query("SELECT " + id.ToString(System.Globalization.CultureInfo.InvariantCulture)); connection.Query(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SELECT {id}")); connection.Query(FormattableString.Invariant($"SELECT {id}"));""",
            "",
            ""
        },
        {
            """var sb = new StringBuilder(); sb.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, "SELECT {0}", id); sb.Append(System.Globalization.CultureInfo.InvariantCulture, $" {id}"); sb.AppendJoin(',', ids); connection.Query(sb.ToString());""",
            "",
            ""
        },
        { """Set(name); connection.Query("SELECT " + string.Join(",", _f));""", """readonly List<string> _f = new(); void Set(string v) { _f.Add("x = @v"); }""", "" },
        { """var f = new StringBuilder("SELECT "); Add(f, name); connection.Query(f.ToString());""", """static void Add(StringBuilder sb, string v) { sb.Append(" '").Append(v.Length).Append("'"); }""", "" },
        { """var q = new StringBuilder("SELECT "); names.ForEach(n => q.Append("?,")); connection.Query(q.ToString());""", "", "" },
        { """var q = "SELECT "; void A(string n) { q += "@p"; } A(name); connection.Query(q);""", "", "" },
    };

    public static TheoryData<string, string, string> Unsafe => new()
    {
        { """Ensure(name); connection.Query([|$"SELECT * FROM P ORDER BY {name}"|]);""", """static void Ensure(string value) { value = "x"; Console.WriteLine(value); }""", "" },
        { """Ensure(name); connection.Query([|$"SELECT * FROM P ORDER BY {name}"|]);""", """static void Ensure(string value) { if (value.Length > 30) throw new ArgumentException(value); }""", "" },
        {
            """if (IsAllowed(name)) return; connection.Query([|$"SELECT * FROM P ORDER BY {name}"|]);""",
            """
            static readonly HashSet<string> Allowed = ["A", "B"];
            static bool IsAllowed(string value) => Allowed.Contains(value);
            """,
            ""
        },
        {
            """if (!IsAllowed(name, flag)) return; connection.Query([|$"SELECT * FROM P ORDER BY {name}"|]);""",
            """
            static readonly HashSet<string> Allowed = ["A", "B"];
            static bool IsAllowed(string value, bool f) => f || Allowed.Contains(value);
            """,
            ""
        },
        { """var r = new Table("A", 1); var s = r with { Name = name }; connection.Query([|$"SELECT * FROM {s.Name}"|]);""", "", """public record Table(string Name, int N);""" },
        { """new Repo(name, connection).Get();""", "", """public class Repo(string table, DbConnection db) { public object Get() => db.Query([|$"SELECT * FROM {table}"|]); }""" },
        {
            """Use(new(name, connection));""",
            """static void Use(Repo r) => r.Get();""",
            """public class Repo { private readonly string _table; private readonly DbConnection _db; public Repo(string table, DbConnection db) { _table = table; _db = db; } public object Get() => _db.Query([|$"SELECT * FROM {_table}"|]); }"""
        },
        { """Set(name); connection.Query([|"SELECT " + _f|]);""", """string _f = "a"; int _g; void Set(string v) { (_f, _g) = (v, 1); }""", "" },
        { """Set(name); connection.Query([|"SELECT " + _f|]);""", """string _f = "a"; void Set(string v) { Copy(v, out _f); } static void Copy(string a, out string b) { b = a; }""", "" },
        { """Set(name); connection.Query([|"SELECT " + string.Join(",", _f)|]);""", """readonly List<string> _f = new(); void Set(string v) { _f.Add(v); }""", "" },
        { """Set(name); connection.Query([|"SELECT " + _f["x"]|]);""", """readonly Dictionary<string, string> _f = new(); void Set(string v) { _f["x"] = v; }""", "" },
        { """Set(name); connection.Query([|"SELECT " + _f|]);""", """readonly StringBuilder _f = new(); void Set(string v) { _f.Append(' ').Append(v); }""", "" },
        {
            """connection.Query([|new QB().Where(name).ToString()|]);""",
            "",
            """public class QB { readonly StringBuilder _f = new("SELECT * FROM P"); public QB Where(string v) { _f.Append(" WHERE ").Append(v); return this; } public override string ToString() => _f.ToString(); }"""
        },
        { """var f = new StringBuilder("SELECT "); Add(f, name); connection.Query([|f.ToString()|]);""", """static void Add(StringBuilder sb, string v) { sb.Append(" '").Append(v).Append("'"); }""", "" },
        {
            """var f = new StringBuilder("SELECT "); f.AddWhere(name); connection.Query([|f.ToString()|]);""",
            "",
            """public static class SbExt { public static StringBuilder AddWhere(this StringBuilder sb, string v) { return sb.Append(" '").Append(v).Append("'"); } }"""
        },
        { """var f = new List<string>(); Add(f, name); connection.Query([|"SELECT " + string.Join(",", f)|]);""", """static void Add(List<string> sb, string v) { sb.Add(v); }""", "" },
        { """var q = "SELECT "; names.ForEach(n => q += n); connection.Query([|q|]);""", "", "" },
        { """var q = new StringBuilder("SELECT "); names.ForEach(n => q.Append(n)); connection.Query([|q.ToString()|]);""", "", "" },
        { """var q = "SELECT "; void A(string n) { q += n; } A(name); connection.Query([|q|]);""", "", "" },
        { """var q = "SELECT "; Action<string> a = n => q += n; a(name); connection.Query([|q|]);""", "", "" },
    };

    [Theory]
    [MemberData(nameof(Safe))]
    public Task Ignores_values_that_only_the_code_chooses(string statements, string members, string types) => Verify.Ignores(Source(statements, members, types));

    [Theory]
    [MemberData(nameof(Unsafe))]
    public Task Reports_values_that_come_a_long_way(string statements, string members, string types) => Verify.Reports(Source(statements, members, types));

    [Fact]
    public Task Reports_behind_hundreds_of_lambdas_that_read_the_variable() => Verify.Reports(Source(
        $$"""
        var text = "SELECT * FROM P WHERE N = '" + name + "'";
        {{string.Concat(Enumerable.Repeat("_ = Task.Run(() => text.Length);\n", 300))}}
        connection.Query([|text|]);
        """,
        "",
        ""));

    [Fact]
    public Task Reports_a_whole_text_that_an_action_is_sent() => new RuleTest<Only<FlowAnalysis>>(RuleCatalog.RequestDataReachesSql).Reports("""
        using System.Data.Common;
        using Dapper;
        using Microsoft.AspNetCore.Mvc;

        [ApiController]
        public class QueryController(DbConnection connection) : ControllerBase
        {
            [HttpGet("query")]
            public object Get(string text) => connection.Query([|text|]);
        }
        """);
}
