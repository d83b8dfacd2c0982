using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class AuthorizationOverriddenTests
{
    private const string App = "using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\n";

    private static readonly FixTest<Only<EndpointAnalysis>, AuthorizationOverriddenFix> Verify = new(RuleCatalog.AuthorizationOverridden);

    [Fact]
    public Task Reports_a_demand_below_an_anonymous_group() => Verify.Reports(App + """
        var api = app.MapGroup("api").AllowAnonymous();
        api.MapGet("a", () => "").[|RequireAuthorization|]("admin");
        api.MapGet("b", [[|Authorize|]] () => "");
        api.MapGet("c", Handlers.C);
        var inner = api.MapGroup("inner");
        inner.MapGet("d", () => "");
        inner.[|RequireAuthorization|]();
        static class Handlers { [[|Authorize(Roles = "admin")|]] public static string C() => ""; }
        """);

    [Fact]
    public Task Reports_a_demand_at_the_call_that_the_handler_makes_void() => Verify.Reports(App + """
        app.MapGet("a", () => "").AllowAnonymous();
        var api = app.MapGroup("api");
        api.MapGet("b", () => "").[|RequireAuthorization|]();
        api.AllowAnonymous();
        """);

    [Fact]
    public Task Reports_a_hub() => Verify.Reports(App + """
        app.MapGroup("hubs").AllowAnonymous().MapHub<Chat>("/chat");
        [[|Authorize|]] class Chat : Microsoft.AspNetCore.SignalR.Hub;
        """);

    [Fact]
    public Task Reports_a_group_that_another_file_opened() => Verify.Files(
        [App + """app.MapGroup("api").AllowAnonymous().MapOrders();""", """static class Orders { public static void MapOrders(this IEndpointRouteBuilder routes) => routes.MapGet("orders", () => "").[|RequireAuthorization|](); }"""]);

    [Fact]
    public Task Ignores_an_exception_nearer_to_the_endpoint() => Verify.Ignores(App + """
        var api = app.MapGroup("api").RequireAuthorization();
        api.MapGet("a", () => "").AllowAnonymous();
        api.MapGet("b", [AllowAnonymous] () => "");
        """);

    [Fact]
    public Task Ignores_Mvc_which_the_compiler_warns_of() => Verify.Ignores(App + """
        app.MapControllers().AllowAnonymous();
        [ApiController, Route("a"), AllowAnonymous] public class AController : ControllerBase { [HttpGet, Authorize] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_an_anonymous_group_under_a_condition() => Verify.Ignores(App + """
        var api = app.MapGroup("api");
        if (app.Environment.IsDevelopment()) api.AllowAnonymous();
        api.MapGet("a", () => "").RequireAuthorization();
        """);

    [Fact]
    public Task Ignores_a_group_that_another_assembly_hands_in() => Verify.Ignores(
        """public static class Orders { public static void MapOrders(this IEndpointRouteBuilder routes) => routes.MapGet("orders", () => "").RequireAuthorization(); }""");

    [Fact]
    public Task Takes_the_anonymous_statement_away() => Verify.FixesAll(App + """
        var api = app.MapGroup("api")
            .AllowAnonymous()
            .WithTags("Api");
        api.MapGet("a", () => "").[|RequireAuthorization|](); // a
        api.MapGet("b", [[|Authorize|]] () => "");
        """, App + """
        var api = app.MapGroup("api")
            .WithTags("Api");
        api.MapGet("a", () => "").RequireAuthorization(); // a
        api.MapGet("b", [Authorize] () => "");
        """, run => run.CodeActionEquivalenceKey = "BST3051.Outer");

    [Fact]
    public Task Takes_a_statement_away() => Verify.Fixes(App + """
        var api = app.MapGroup("api");
        api.AllowAnonymous();
        api.MapGet("a", () => "").[|RequireAuthorization|]();
        """, App + """
        var api = app.MapGroup("api");
        api.MapGet("a", () => "").RequireAuthorization();
        """);

    [Fact]
    public Task Takes_the_demands_away() => Verify.FixesAll(App + """
        var api = app.MapGroup("api").AllowAnonymous();
        api.MapGet("a", () => "").[|RequireAuthorization|](); // a
        api.MapGet("b", [[|Authorize|]] () => "");
        api.MapGet("c", Handlers.C);
        static class Handlers
        {
            /// <summary>C.</summary>
            [[|Authorize|]]
            public static string C() => "";
        }
        """, App + """
        var api = app.MapGroup("api").AllowAnonymous();
        api.MapGet("a", () => ""); // a
        api.MapGet("b", () => "");
        api.MapGet("c", Handlers.C);
        static class Handlers
        {
            /// <summary>C.</summary>
            public static string C() => "";
        }
        """, run => (run.CodeActionIndex, run.CodeActionEquivalenceKey) = (1, "BST3051.Inner"));

    [Fact]
    public async Task The_server_asks_who_calls_after_and_lets_anybody_in_before()
    {
        const string Source = """
            using Microsoft.AspNetCore.Authentication.BearerToken;
            public static class Subject
            {
                public static void Add(IServiceCollection services) { services.AddAuthorization(); services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken(); }
                public static void Run(WebApplication app)
                {
                    var api = app.MapGroup("/api").AllowAnonymous();
                    api.MapGet("/a", () => "a").RequireAuthorization();
                    api.MapGet("/b", () => "b");
                }
            }
            """;
        var repaired = await Fixer.FixAsync(Source, "BST3051");
        Assert.Equal(["200 a", "200 b"], await Served.AskAsync(Source, "GET /api/a", "GET /api/b"));
        Assert.Equal(["401", "200 b"], await Served.AskAsync(repaired, "GET /api/a", "GET /api/b"));
    }
}
