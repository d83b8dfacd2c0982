using System.Diagnostics;
using System.Text;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Robustness;

/// <summary>Sources that nobody writes by hand end within seconds and raise nothing.</summary>
public class HostileSourceTests
{
    // Generous, since the machine is shared: what it guards against takes minutes or does not end.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public Task A_file_of_ten_megabytes()
    {
        var text = new StringBuilder("public class Big\n{\n");
        for (var i = 0; text.Length < 10_000_000; i++) text.Append("    public string Member").Append(i).Append("(string name) => \"SELECT \" + name + \"").Append('x', 60).Append("\";\n");
        return EndsAsync(text.Append("}\n").ToString());
    }

    [Fact]
    public Task Ten_thousand_concatenations_in_one_expression() => EndsAsync(
        "public class C { public void M(System.Data.IDbCommand c, string name) { c.CommandText = \"SELECT \"" + string.Concat(Enumerable.Range(0, 10_000).Select(i => i % 2 == 0 ? " + name" : " + \",\"")) + "; } }");

    [Fact]
    public Task Ten_thousand_appends() => EndsAsync(
        "public class C { public void M(System.Data.IDbCommand c, string name) { var t = new System.Text.StringBuilder(); " + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"t.Append(name); if (name == \"{i}\") t.Append(\"x\");\n")) + " c.CommandText = t.ToString(); } }");

    [Fact]
    public Task Deep_nesting_of_expressions_and_statements() => EndsAsync(
        "public class C { public void M(System.Data.IDbCommand c, string name) { " + string.Concat(Enumerable.Repeat("if (name != null) {", 150)) + "c.CommandText = " + new string('(', 150) + "\"S\" + name" + new string(')', 150) + ";" + new string('}', 150) + " } }");

    [Fact]
    public Task Cyclic_types_and_calls() => EndsAsync("""
        using Microsoft.AspNetCore.Mvc;
        public class A : B { } public class B : A { }
        public class Node<T> where T : Node<T> { public Node<Node<T>>? Next { get; set; } public List<Node<T>> All { get; set; } = []; public string Name { get; set; } = ""; }
        public class Leaf : Node<Leaf> { }
        [ApiController, Route("nodes")]
        public class NodesController : ControllerBase
        {
            [HttpPost] public void Post([FromBody] Leaf leaf, System.Data.IDbCommand c) => c.CommandText = Even(leaf.Name, 9);
            private static string Even(string s, int n) => n == 0 ? s : "SELECT " + Odd(s, n - 1);
            private static string Odd(string s, int n) => n == 0 ? s : Even(s, n - 1) + Even(s, n - 2);
        }
        """);

    [Fact]
    public Task A_thousand_methods_that_call_each_other() => EndsAsync(
        "public class C { public void M(System.Data.IDbCommand c, string name) { c.CommandText = \"S\" + M0(name); }\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"static string M{i}(string s) => M{(i * 7 + 1) % 1000}(s) + M{(i * 13 + 5) % 1000}(s) + \"x\";\n")) + " }");

    [Fact]
    public Task Thousands_of_routes_on_nested_groups() => EndsAsync(
        "var app = WebApplication.CreateBuilder(args).Build();\nvar g0 = app.MapGroup(\"/a\");\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"var g{i} = g{i - 1}.MapGroup(\"/s{i}\");\n"))
        + string.Concat(Enumerable.Range(0, 2000).Select(i => $"g{i % 41}.MapGet(\"/r{i}\", () => {i});\n")) + "app.Run();");

    [Fact]
    public Task Odd_encodings_and_nothing_at_all() => EndsAsync("", "\uFEFF", "\0\0\0", "class \u212B\u202E { string \u0301 = \"\uD83D\"; }", "#if X\n\"", "\"\"\"", "$\"{", "/* ");

    private static async Task EndsAsync(params string[] sources)
    {
        var watch = Stopwatch.StartNew();
        await Sources.AnalyzeAsync(Sources.Compile(sources)).WaitAsync(Limit);
        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed}");
    }
}
