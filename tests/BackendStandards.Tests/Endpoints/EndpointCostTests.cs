using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Tests.Endpoints;

/// <summary>What questions cost, counted in members that were bound and trees that were indexed.</summary>
public class EndpointCostTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static string Program(int modules) =>
        "var builder = WebApplication.CreateBuilder(args); builder.Services.AddOurs(); var app = builder.Build();" + string.Concat(Enumerable.Range(0, modules).Select(i => $" app.MapGroup(\"m{i}\").MapModule{i}();")) + " app.Run();"
        + " static class Ours { public static void AddOurs(this IServiceCollection services) => services.AddCors(); }";

    private static string Module(int i, string route = "items") => $$"""
        static class Module{{i}}
        {
            public static void MapModule{{i}}(this RouteGroupBuilder group) => group.MapGet("{{route}}/{id}", Get{{i}}).WithSummary("s");
            private static IResult Get{{i}}(int id) => id > 0 ? Found{{i}}(id) : Results.NotFound();
            private static IResult Found{{i}}(int id) => Results.Ok(id);
            private static int Unrelated{{i}}(int x) => x + 1;
        }
        """;

    private static Compilation Shop(int modules) => Sources.Compile([Program(modules), .. Enumerable.Range(0, modules).Select(i => Module(i))]);

    private static SyntaxTree File(Compilation compilation, int module) => compilation.SyntaxTrees.Single(tree => tree.ToString().Contains($"class Module{module}\n", StringComparison.Ordinal) || tree.ToString().Contains($"class Module{module}\r", StringComparison.Ordinal));

    [Fact]
    public void An_edit_indexes_that_file_alone()
    {
        var before = Shop(40);
        _ = new EndpointModel(new CodeBase(before)).Concerning(File(before, 7), None);
        var indexes = before.SyntaxTrees.ToDictionary(tree => tree, tree => TreeIndex.Of(tree, None));

        var edited = File(before, 7);
        var after = before.ReplaceSyntaxTree(edited, Sources.Tree(Module(7, "things"), edited.FilePath));
        var model = new EndpointModel(new CodeBase(after));
        var found = Assert.Single(model.Concerning(File(after, 7), None));

        Assert.Equal("/m7/things/{id}", found.Route(None).ToString());
        Assert.All(after.SyntaxTrees.Where(tree => tree != File(after, 7)), tree => Assert.Same(indexes[tree], TreeIndex.Of(tree, None)));
    }

    [Fact]
    public async Task An_edit_reads_the_text_of_that_file_alone_for_all_rules()
    {
        var texts = new Dictionary<string, CountedText>();
        SyntaxTree Tree(string source, string path) => CSharpSyntaxTree.ParseText(texts[path] = new CountedText(source), Prelude.ParseOptions, path);
        var before = Sources.Compile(Program(0)).RemoveAllSyntaxTrees().AddSyntaxTrees(
            [Tree(Prelude.Usings, Prelude.UsingsPath), Tree(Program(40), "Program.cs"), .. Enumerable.Range(0, 40).Select(i => Tree(Module(i), $"Module{i}.cs"))]);
        foreach (var text in texts.Values) text.Readings = 0; // The parser's.
        _ = await Sources.AnalyzeAsync(before);
        // One reading makes the index of a file; where a finding stands, its lines are counted beside.
        Assert.All(texts, text => Assert.InRange(text.Value.Readings, 1, 2));

        var after = before.ReplaceSyntaxTree(before.SyntaxTrees.Single(tree => tree.FilePath == "Module7.cs"), Tree(Module(7, "things"), "Module7.cs"));
        foreach (var text in texts.Values) text.Readings = 0;
        var edited = after.SyntaxTrees.Single(tree => tree.FilePath == "Module7.cs");
        _ = await after.WithAnalyzers(Shipped.Analyzers).GetAnalyzerSemanticDiagnosticsAsync(after.GetSemanticModel(edited), null, None);
        Assert.Equal(["Module7.cs"], texts.Where(text => text.Value.Readings > 0).Select(text => text.Key));
    }

    /// <summary>A text that counts how often it is read from its beginning: the index of a file is made of it, and everything else of the tree.</summary>
    private sealed class CountedText(string source) : SourceText
    {
        private readonly SourceText _inner = From(source, System.Text.Encoding.UTF8);
        private int _readings;

        public int Readings
        {
            get => _readings;
            set => _readings = value;
        }

        public override System.Text.Encoding? Encoding => _inner.Encoding;

        public override int Length => _inner.Length;

        public override char this[int position] => _inner[position];

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
        {
            if (sourceIndex == 0) Interlocked.Increment(ref _readings);
            _inner.CopyTo(sourceIndex, destination, destinationIndex, count);
        }
    }

    [Fact]
    public void Facts_are_computed_when_they_are_asked_for()
    {
        var compilation = Shop(40);
        var model = new EndpointModel(new CodeBase(compilation));
        int Bound() => model.Code.BoundMembers;

        var endpoint = Assert.Single(model.Concerning(File(compilation, 7), None));
        Assert.Equal(2, Bound()); // The mapping method, and the top-level statements that call it.
        _ = (endpoint.Route(None), endpoint.Verbs(None), endpoint.Parameters(None), endpoint.Documentation(None), endpoint.RateLimit(None), endpoint.Responses(None), endpoint.Versions(None));
        Assert.Equal(2, Bound());
        Assert.Equal(0, model.Hosting.Startup(None).Calls.Count(call => call.IsForeign));
        Assert.Equal(3, Bound()); // AddOurs too; the other modules only map endpoints.
        _ = endpoint.Authorization(None);
        Assert.Equal(3, Bound());
        _ = endpoint.Results(None);
        Assert.Equal(5, Bound()); // The handler, and the method that it hands on to.
    }

    [Fact]
    public void An_answer_that_is_written_at_the_endpoint_reads_no_start_up_code()
    {
        var compilation = Sources.Compile(
            "var app = WebApplication.Create(args); app.MapGroup(\"a\").MapItems(); app.UseOurs();",
            "static class Items { public static void MapItems(this RouteGroupBuilder group) => group.MapGet(\"x\", () => 1).RequireAuthorization(); }",
            "static class Ours { public static void UseOurs(this IApplicationBuilder app) { } }");
        var model = new EndpointModel(new CodeBase(compilation));
        var endpoint = Assert.Single(model.All(None));
        _ = endpoint.Authorization(None);
        Assert.Equal(2, model.Code.BoundMembers);
    }

    [Fact]
    public void Controllers_bind_nothing_but_what_maps_them()
    {
        var compilation = Sources.Compile(
            "var app = WebApplication.Create(args); app.MapControllers();",
            "using Microsoft.AspNetCore.Mvc; [ApiController, Route(\"a\")] public class AController : ControllerBase { [HttpGet, ProducesResponseType(404)] public ActionResult<int> Get(int id) => Find(id); private ActionResult<int> Find(int id) => id; }");
        var model = new EndpointModel(new CodeBase(compilation));
        var endpoint = Assert.Single(model.All(None));
        _ = (endpoint.Route(None), endpoint.Parameters(None), endpoint.Responses(None), endpoint.Documentation(None), endpoint.RateLimit(None));
        Assert.Equal(1, model.Code.BoundMembers);
        _ = endpoint.Results(None);
        Assert.Equal(3, model.Code.BoundMembers);
    }

    [Fact]
    public void A_document_without_entry_points_binds_nothing()
    {
        var compilation = Sources.Compile("class Service : IDisposable { public void Dispose() { } public int Map(int x) => x; }");
        var model = new EndpointModel(new CodeBase(compilation));
        Assert.Empty(model.EntryPoints.All(None));
        Assert.Equal(0, model.Code.BoundMembers);
    }
}
