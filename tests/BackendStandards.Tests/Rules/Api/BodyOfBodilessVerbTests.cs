using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class BodyOfBodilessVerbTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";
    private const string Models = "\npublic class Filter { public string? Name { get; set; } public int Page { get; set; } }\n";

    private static readonly FixTest<Only<EndpointAnalysis>, BodyOfBodilessVerbFix> Verify = new(RuleCatalog.BodyOfBodilessVerb);

    [Fact]
    public Task Reports_what_asks_for_a_body() => Verify.Reports(App + """
        app.MapGet("/a", ([|[FromBody] Filter filter|]) => "");
        app.MapDelete("/b", ([|[FromBody] int[] ids|]) => "");
        app.MapMethods("/c", ["HEAD"], ([|[FromBody] Filter filter|]) => "");
        [ApiController] public class FiltersController : ControllerBase
        {
            [HttpGet("d")] public string Get([|[FromBody] Filter filter|]) => "";
            [HttpDelete("e")] public string Delete([|[FromBody] Filter filter|]) => "";
        }
        """ + Models);

    [Fact]
    public Task Ignores_a_service_without_the_attribute() => Verify.Ignores(App + """
        app.MapGet("/a", (Clock clock) => "");
        app.MapDelete("/b", ([FromServices] Clock clock, System.Data.IDbConnection connection) => "");
        class Clock;
        """);

    [Fact]
    public Task Ignores_texts_of_the_query() => Verify.Ignores(App + """app.MapGet("/a", (string[] names) => ""); app.MapDelete("/b", (int[] ids) => "");""");

    [Fact]
    public Task Ignores_types_that_bind_themselves() => Verify.Ignores(App + """
        app.MapGet("/a", (Point point, Own own) => "");
        record Point(int X) { public static bool TryParse(string text, out Point point) { point = new(1); return true; } }
        record Own(int X) { public static ValueTask<Own?> BindAsync(HttpContext context) => default; }
        """);

    [Fact]
    public Task Ignores_a_model_of_the_query() => Verify.Ignores(App + """app.MapGet("/a", ([AsParameters] Filter filter) => "");""" + Models);

    [Fact]
    public Task Ignores_verbs_with_a_body() => Verify.Ignores(App + """
        app.MapPost("/a", ([FromBody] Filter filter) => "");
        app.MapMethods("/b", ["GET", "QUERY"], ([FromBody] Filter filter) => "");
        [ApiController] public class FiltersController : ControllerBase
        {
            [HttpPut("c")] public string Put([FromBody] Filter filter) => "";
            [HttpGet("d"), HttpPost("d")] public string Search([FromBody] Filter filter) => "";
            [Route("e")] public string Any([FromBody] Filter filter) => "";
        }
        """ + Models);

    [Fact]
    public Task Ignores_verbs_that_are_not_seen() => Verify.Ignores(App + """
        app.MapMethods("/a", app.Configuration["Verbs"]!.Split(','), ([FromBody] Filter filter) => "");
        """ + Models);

    [Fact]
    public Task Ignores_DELETE_where_an_option_allows_it() => Verify.Reports(App + """
        app.MapGet("/a", ([|[FromBody] Filter filter|]) => "");
        app.MapDelete("/b", ([FromBody] Filter filter) => "");
        """ + Models, run => run.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nbackend_standards.bst1003.allow_delete_body = true\n")));

    [Fact]
    public Task Takes_it_from_the_query() => Verify.FixesAll(App + """
        app.MapGet("/a", ([|/* what */ [FromBody] Filter filter|]) => "");
        app.MapDelete("/b", ([|[FromBody] int[] ids|]) => "");
        [ApiController] public class FiltersController : ControllerBase
        {
            [HttpGet("d")] public string Get(int id, [|[FromBody] Filter filter|]) => "";
            [HttpDelete("e")] public string Delete([|[FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] List<int> ids|]) => "";
        }
        """.Replace("[|/* what */ ", "/* what */ [|") + Models, App + """
        app.MapGet("/a", (/* what */ [AsParameters] Filter filter) => "");
        app.MapDelete("/b", ([FromQuery] int[] ids) => "");
        [ApiController] public class FiltersController : ControllerBase
        {
            [HttpGet("d")] public string Get(int id, [FromQuery] Filter filter) => "";
            [HttpDelete("e")] public string Delete([FromQuery] List<int> ids) => "";
        }
        """ + Models);

    [Fact]
    public Task Offers_nothing_where_a_query_cannot_hold_it() => Verify.OffersNoFix(App + """
        app.MapGet("/a", ([|[FromBody] Tree tree|]) => "");
        app.MapGet("/b", ([|[FromBody] Paged paged|]) => "");
        app.MapGet("/c", ([|[FromBody] System.Text.Json.JsonElement any|]) => "");
        class Tree { public Tree? Left { get; set; } }
        class Paged { public int Page { get; set; } = 1; }
        """);

    [Theory]
    [InlineData("""app.MapGet("/rows", ([Microsoft.AspNetCore.Mvc.FromBody] Filter filter) => $"{filter.Name} {filter.Page}");""", "")]
    [InlineData("app.MapControllers();", """[HttpGet("/rows")] public string Get([FromBody] Filter filter) => $"{filter.Name} {filter.Page}";""")]
    public async Task The_server_reads_the_query_after_and_the_body_before(string mapping, string action)
    {
        var source = $$"""
            using Microsoft.AspNetCore.Mvc;
            public static class Subject { public static void Run(WebApplication app) { {{mapping.Replace("Microsoft.AspNetCore.Mvc.", "")}} } }
            [ApiController] public class RowsController : ControllerBase { {{action}} }
            """ + Models;
        var repaired = await Fixer.FixAsync(source, "BST1003");
        Assert.Equal(["200 a 2"], await Served.AskAsync(source, """GET /rows {"name":"a","page":2}"""));
        Assert.NotEqual(["200 a 2"], await Served.AskAsync(source, "GET /rows?name=a&page=2"));
        Assert.Equal(["200 a 2"], await Served.AskAsync(repaired, "GET /rows?name=a&page=2"));
    }
}
