using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

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
