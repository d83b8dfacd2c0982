using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class MalformedPathTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";

    private static readonly FixTest<Only<EndpointAnalysis>, MalformedPathFix> Verify = new(RuleCatalog.MalformedPath);

    [Fact]
    public Task Reports_stray_slashes_and_backslashes() => Verify.Reports(App + """
        app.MapGet("/users[|/|]", () => 1);
        app.MapGet("/orders[|//|]open", () => 1);
        app.MapGet(@"/orders[|\|]closed", () => 1);
        [ApiController, Route("api/rows[|/|]")] public class RowsController : ControllerBase { [HttpGet("{id}")] public string Get(int id) => ""; }
        """);

    [Fact]
    public Task Reports_formats() => Verify.Reports(App + """app.MapGet("/[|orders.json|]", () => 1); app.MapGet("/[|GetUsers.aspx|]", () => 1);""");

    [Fact]
    public Task Reports_what_stands_there_twice() => Verify.Reports(App + """
        app.MapGroup("/api").MapGet("/[|api|]/users", () => 1);
        app.MapGroup("/orders").MapGet("/[|orders|]/open", () => 1);
        app.MapGet("/v1/[|v1|]/rows", () => 1);
        """);

    [Fact]
    public Task Reports_the_fourth_level() => Verify.Reports(App + """
        app.MapGet("/a/{aId}/b/{bId}/c/{cId}/d", () => 1);
        app.MapGet("/a/{aId}/b/{bId}/c/{cId}/d/{dId}/[|e|]", () => 1);
        """);

    [Fact]
    public Task Reports_identifiers_with_two_names() => Verify.Reports(App + """
        app.MapGet("/users/{id}", (int id) => 1);
        app.MapPut("/users/{id}", (int id) => 1);
        app.MapDelete("/users/[|{uid}|]", (int uid) => 1);
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [HttpGet("{id}")] public string Get(int id) => "";
            [HttpPut("[|{rowId}|]")] public string Put(int rowId) => "";
        }
        """);

    [Fact]
    public Task Ignores_catch_alls_and_pages_of_an_application_in_the_browser() => Verify.Ignores(App + """
        app.MapGet("/files/{*path}", (string path) => 1);
        app.MapGet("/app/{**path}", (string path) => 1);
        app.MapFallbackToFile("index.html");
        app.MapGet("/", () => 1);
        app.MapGroup("/orders").MapGet("/", () => 1);
        """);

    [Fact]
    public Task Ignores_files_that_others_ask_for() => Verify.Ignores(App + """
        app.MapGet("/robots.txt", () => 1);
        app.MapGet("/sitemap.xml", () => 1);
        app.MapGet("/manifest.json", () => 1);
        app.MapGet("/reports/{name}.json", (string name) => 1);
        app.MapGet("/v1.0/orders", () => 1);
        """);

    [Fact]
    public Task Ignores_words_that_may_follow_themselves_and_slashes_of_constraints() => Verify.Ignores(App + """
        app.MapGet("/status/status", () => 1);
        app.MapGet("/meetings/meetings", () => 1);
        app.MapGet("/files/{name:regex(^a//b/$)}", (string name) => 1);
        """);

    [Fact]
    public Task Ignores_identifiers_that_differ() => Verify.Ignores(App + """
        app.MapGet("/users/{id:int}", (int id) => 1);
        app.MapGet("/users/{guid:guid}", (Guid guid) => 1);
        app.MapGet("/users/{name}", (string name) => 1);
        app.MapGet("/orders/{id}", (int id) => 1);
        app.MapGet("/rows/{rowId}", (int rowId) => 1);
        app.MapGet("/users/{id:int}/orders/{orderId}", (int id, int orderId) => 1);
        """);

    [Fact]
    public Task Takes_out_stray_slashes() => Verify.FixesAll(App + """
        app.MapGet("/users[|/|]", () => 1); // all
        app.MapGet("~/orders[|//|]open[|/|]".Substring(0), () => 1);
        [ApiController, Route(@"api/rows[|/|]")] public class RowsController : ControllerBase { [HttpGet("{id}")] public string Get(int id) => ""; }
        """.Replace("app.MapGet(\"~/orders[|//|]open[|/|]\".Substring(0), () => 1);", "app.MapGet(\"/orders/open[|/|]\", () => 1);"), App + """
        app.MapGet("/users", () => 1); // all
        app.MapGet("/orders/open", () => 1);
        [ApiController, Route(@"api/rows")] public class RowsController : ControllerBase { [HttpGet("{id}")] public string Get(int id) => ""; }
        """);

    [Fact]
    public Task Gives_an_identifier_the_usual_name() => Verify.FixesAll(App + """
        app.MapGet("/users/{id}", (int id) => 1);
        app.MapPut("/users/{id}", (int id) => 1);
        app.MapDelete("/users/[|{uid}|]", (int uid) => uid + 1);
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [HttpGet("{id:int}")] public string Get(int id) => "";
            /// <summary>Puts.</summary>
            /// <param name="rowId">Which.</param>
            [HttpPut("[|{rowId:int}|]")] public string Put(int rowId) => $"{rowId}";
        }
        """, App + """
        app.MapGet("/users/{id}", (int id) => 1);
        app.MapPut("/users/{id}", (int id) => 1);
        app.MapDelete("/users/{id}", (int id) => id + 1);
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [HttpGet("{id:int}")] public string Get(int id) => "";
            /// <summary>Puts.</summary>
            /// <param name="id">Which.</param>
            [HttpPut("{id:int}")] public string Put(int id) => $"{id}";
        }
        """);

    [Fact]
    public Task Offers_nothing_where_more_would_have_to_change() => Verify.OffersNoFix(App + """
        app.MapGet("/users/{id}", (int id) => 1);
        app.MapPut("/users/{id}", (int id) => Results.CreatedAtRoute("x", new { uid = id }));
        app.MapDelete("/users/[|{uid}|]", (int uid) => 1);
        app.MapGet("/orders/{id}", (int id) => 1);
        app.MapPut("/orders/{id}", (int id) => 1);
        app.MapDelete("/orders/[|{orderId}|]", (int orderId) => { var id = 2; return id; });
        app.MapGet("/[|rows.json|]", () => 1);
        """);

    [Fact]
    public async Task The_server_answers_as_before()
    {
        var source = """
            using Microsoft.AspNetCore.Mvc;
            public static class Subject { public static void Main() => Run(WebApplication.Create()); public static void Run(WebApplication app) { app.MapGet("/users/", () => 1); app.MapGet("/users/{id}", (int id) => id); app.MapPut("/users/{uid}", (int uid) => uid); app.MapControllers(); } }
            [ApiController, Route("rows/")] public class RowsController : ControllerBase { [HttpGet("{id}")] public int Get(int id) => id; [HttpPut("{rowId}")] public int Put(int rowId) => rowId; }
            """;
        var repaired = await Fixer.FixAsync(source, "BST1013");
        Assert.DoesNotContain("uid", repaired);
        Assert.DoesNotContain("/\"", repaired);
        Assert.DoesNotContain("rowId", repaired);
        string[] requests = ["GET /users", "GET /users/", "GET /users/3", "PUT /users/4", "GET /rows/5", "PUT /rows/6"];
        string[] answers = ["200 1", "200 1", "200 3", "200 4", "200 5", "200 6"];
        Assert.Equal(answers, await Served.AskAsync(source, requests));
        Assert.Equal(answers, await Served.AskAsync(repaired, requests));
    }
}
