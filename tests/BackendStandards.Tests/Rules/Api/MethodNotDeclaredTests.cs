using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class MethodNotDeclaredTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc;\nusing Microsoft.AspNetCore.Mvc.Routing;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";

    private static readonly FixTest<Only<EndpointAnalysis>, MethodNotDeclaredFix> Verify = new(RuleCatalog.MethodNotDeclared);

    [Fact]
    public Task Reports_actions_and_calls_without_a_method() => Verify.Reports(App + """
        app.[|Map|]("/a", () => 1);
        app.MapGroup("/g").[|Map|]("/b", async context => await context.Response.WriteAsync("b"));
        app.[|MapMethods|]("/c", [], () => 1);
        app.[|MapMethods|]("/d", ["*"], () => 1);
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [Route("{id}")] public int [|GetRow|](int id) => id;
            public int [|All|]() => 1;
        }
        """);

    [Fact]
    public Task Ignores_what_is_no_action() => Verify.Ignores(App + """
        [ApiController, Route("rows")] public class RowsController : ControllerBase { [NonAction] public int GetRow(int id) => id; [HttpGet] public int Get() => Own(); private int Own() => 1; }
        """);

    [Fact]
    public Task Ignores_verbs_in_other_attributes() => Verify.Ignores(App + """
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [AcceptVerbs("GET", "HEAD")] public int A() => 1;
            [Read("b")] public int B() => 1;
            [HttpPost, Route("c")] public int C() => 1;
            [Purge] public int D() => 1;
        }
        public class ReadAttribute(string template) : HttpGetAttribute(template);
        public class PurgeAttribute() : HttpMethodAttribute(["PURGE"]);
        """);

    [Fact]
    public Task Ignores_fallbacks_hubs_probes_and_proxies() => Verify.Ignores(App + """
        app.MapFallback(() => 1);
        app.MapHub<News>("/news");
        app.MapHealthChecks("/health");
        app.Map("/healthz", () => 1);
        app.Map("/{**rest}", async (HttpContext context, HttpClient client) => await client.SendAsync(new(new(context.Request.Method), "http://a")));
        app.Map("/proxy", async (HttpContext context, HttpClient client) => await client.SendAsync(new(HttpMethod.Get, "http://a")));
        class News : Microsoft.AspNetCore.SignalR.Hub;
        """);

    [Fact]
    public Task Ignores_sockets_and_what_looks_at_the_method() => Verify.Ignores(App + """
        app.Map("/ws", async context => { using var socket = await context.WebSockets.AcceptWebSocketAsync(); });
        app.Map("/own", (HttpContext context) => context.Request.Method == "GET" ? 1 : 2);
        """);

    [Fact]
    public Task Ignores_error_pages_and_what_is_not_described() => Verify.Ignores(App + """
        app.UseExceptionHandler("/error");
        app.Map("/error", () => Results.Problem());
        app.Map("/x", () => 1).ExcludeFromDescription();
        app.Map("/", () => Results.Redirect("/docs"));
        [ApiController] public class FaultsController : ControllerBase { [Route("/error-development")] public IActionResult A() => Problem(); [ApiExplorerSettings(IgnoreApi = true), Route("/b")] public IActionResult B() => Problem(); }
        """);

    [Fact]
    public Task Ignores_pages_and_routes_of_conventions() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc;
        var app = WebApplication.Create(args);
        app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
        public class HomeController : Controller { public IActionResult Index() => View(); }
        public class DataController : ControllerBase { public int Index() => 1; }
        [Route("about")] public class AboutController : Controller { public IActionResult Index() => View(); }
        """);

    [Fact]
    public Task Ignores_methods_that_are_not_seen() => Verify.Ignores(App + """app.MapMethods("/a", app.Configuration["Verbs"]!.Split(','), () => 1); app.Map("/b", Other.Handler); static class Other { public static RequestDelegate Handler { get; set; } = null!; }""");

    [Fact]
    public Task Ignores_attributes_of_another_assembly_that_may_bring_a_verb() => Verify.Ignores(App + """
        [ApiController, Route("rows")] public class RowsController : ControllerBase { [Purge] public int A() => 1; }
        """, run => run.TestState.AdditionalReferences.Add(OtherAssembly.Of("Platform", """
            public class PurgeAttribute() : Microsoft.AspNetCore.Mvc.Routing.HttpMethodAttribute(["PURGE"]);
            """)));

    [Fact]
    public Task Declares_the_method_that_the_name_says() => Verify.FixesAll(App + """
        app.[|Map|]("/a", ListThings); // a
        app.[|Map|]("/b", Handlers.Create);
        static int ListThings() => 1;
        static class Handlers { public static int Create(Row row) => 1; }
        public record Row(int Id);
        [ApiController]
        [Route("rows")]
        public class RowsController : ControllerBase
        {
            /// <summary>One.</summary>
            [Route("{id}")]
            public int [|GetRow|](int id) => id;

            // More.
            public int [|PutAll|](Row row) => 1;

            [Route("c")] public int [|RemoveAll|]() => 1;
        }
        """, App + """
        app.MapGet("/a", ListThings); // a
        app.MapPost("/b", Handlers.Create);
        static int ListThings() => 1;
        static class Handlers { public static int Create(Row row) => 1; }
        public record Row(int Id);
        [ApiController]
        [Route("rows")]
        public class RowsController : ControllerBase
        {
            /// <summary>One.</summary>
            [HttpGet]
            [Route("{id}")]
            public int GetRow(int id) => id;

            // More.
            [HttpPut]
            public int PutAll(Row row) => 1;

            [HttpDelete] [Route("c")] public int RemoveAll() => 1;
        }
        """);

    [Fact]
    public Task Offers_all_that_fit_where_the_name_says_none() => Verify.Fixes(
        App + """app.[|Map|]("/a", (Row row) => 1); public record Row(int Id);""", App + """app.MapPut("/a", (Row row) => 1); public record Row(int Id);""",
        run => { run.CodeActionIndex = 1; run.CodeActionEquivalenceKey = "BST1001.Put"; });

    [Fact]
    public Task Offers_nothing_where_a_second_route_has_a_method() => Verify.OffersNoFix(App + """
        [ApiController] public class RowsController : ControllerBase { [HttpGet("p"), Route("q")] public int [|GetRow|]() => 1; }
        """);

    [Fact]
    public async Task The_server_answers_one_method_after_and_all_before_at_the_same_address()
    {
        var source = """
            using Microsoft.AspNetCore.Mvc;
            public static class Subject { public static void Run(WebApplication app) { app.Map("/things", ListThings); app.MapControllers(); } public static int ListThings() => 1; }
            [ApiController, Route("rows")] public class RowsController : ControllerBase { [Route("{id}")] public int GetRow(int id) => id; [Route("all")] public int DeleteAll() => 2; }
            """;
        var repaired = await Fixer.FixAsync(source, "BST1001");
        string[] requests = ["GET /things", "DELETE /things", "GET /rows/3", "POST /rows/3", "DELETE /rows/all"];
        Assert.Equal(["200 1", "200 1", "200 3", "200 3", "200 2"], await Served.AskAsync(source, requests));
        Assert.Equal(["200 1", "405", "200 3", "405", "200 2"], await Served.AskAsync(repaired, requests));
    }
}
