using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class EmptySuccessTests
{
    private const string App = "using Microsoft.AspNetCore.Http.HttpResults; using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";

    private static readonly FixTest<Only<EndpointAnalysis>, EmptySuccessFix> Verify = new(RuleCatalog.EmptySuccess);

    [Fact]
    public Task Reports_an_empty_Ok_of_a_change() => Verify.Reports(App + """
        app.MapPut("/a", () => [|Results.Ok()|]);
        app.MapDelete("/b/{id}", (int id) => id > 0 ? [|TypedResults.Ok()|] : (IResult)TypedResults.NotFound());
        app.MapPost("/c", async () => { await Task.Yield(); return [|Results.Ok()|]; });
        [ApiController] public class RowsController : ControllerBase
        {
            [HttpPatch("d")] public IActionResult Patch() { return [|Ok()|]; }
            [HttpPut("e")] public async Task<ActionResult> Put(int id) { await Task.Yield(); return id > 0 ? [|Ok()|] : NotFound(); }
            [HttpDelete("f")] public IActionResult Delete() => [|new OkResult()|];
        }
        """);

    [Fact]
    public Task Ignores_values_and_reads() => Verify.Ignores(App + """
        app.MapPut("/a", () => Results.Ok(1));
        app.MapGet("/b", () => Results.Ok());
        app.MapPut("/c", () => TypedResults.NoContent());
        app.MapMethods("/d", ["GET", "POST"], () => Results.Ok());
        [ApiController] public class RowsController : ControllerBase { [HttpGet("e")] public IActionResult Get() => Ok(); [HttpPut("f")] public IActionResult Put() => Ok(new { }); }
        """);

    [Theory]
    [InlineData("/spa/callback")]
    [InlineData("/webhooks/payments")]
    [InlineData("/auth/callback")]
    public Task Ignores_callbacks(string route) => Verify.Ignores(App + $"""app.MapPost("{route}", () => Results.Ok());""");

    [Theory]
    [InlineData("/orders")]
    [InlineData("/api/v1/meetings/{id}/attendees")]
    [InlineData("/payments/subscriptionRenewals")]
    public Task Ignores_a_POST_on_a_collection_where_201_says_more(string route) => Verify.Ignores(App + $"""app.MapPost("{route}", () => Results.Ok());""");

    [Theory]
    [InlineData("app.MapPost(\"/orders/{id}/cancel\", (int id) => [|Results.Ok()|]);")]
    [InlineData("app.MapPost(\"/orders/{id}\", (int id) => [|Results.Ok()|]);")]
    [InlineData("app.MapPut(\"/orders\", () => [|Results.Ok()|]);")]
    [InlineData("app.MapDelete(\"/orders\", () => [|Results.Ok()|]);")]
    public Task Reports_actions_and_other_verbs(string statement) => Verify.Reports(App + statement);

    [Fact]
    public Task Ignores_verbs_that_are_not_seen() => Verify.Ignores(App + """app.MapMethods("/a", app.Configuration["Verbs"]!.Split(','), () => Results.Ok());""");

    [Fact]
    public Task Answers_no_content() => Verify.FixesAll(App + """
        app.MapPut("/a", () => [|Results.Ok()|]); // a
        app.MapDelete("/b/{id}", Results<Ok, NotFound> (int id) => id > 0 ? [|TypedResults.Ok()|] : TypedResults.NotFound());
        app.MapPost("/c", Handlers.C);
        static class Handlers
        {
            public static async Task<Results<Ok, BadRequest>> C(int id)
            {
                await Task.Yield();
                if (id == 1) return [|TypedResults.Ok()|]; // one
                return id == 2 ? [|TypedResults.Ok()|] : TypedResults.BadRequest();
            }
        }
        [ApiController] public class RowsController : ControllerBase
        {
            [HttpPatch("d")] public IActionResult Patch() { return /* done */ [|Ok()|]; }
            [HttpDelete("f")] public OkResult Delete() => [|Ok()|];
        }
        """.Replace("public OkResult Delete() => [|Ok()|]", "public IActionResult Delete() => [|new OkResult()|]"), App + """
        app.MapPut("/a", () => Results.NoContent()); // a
        app.MapDelete("/b/{id}", Results<NoContent, NotFound> (int id) => id > 0 ? TypedResults.NoContent() : TypedResults.NotFound());
        app.MapPost("/c", Handlers.C);
        static class Handlers
        {
            public static async Task<Results<NoContent, BadRequest>> C(int id)
            {
                await Task.Yield();
                if (id == 1) return TypedResults.NoContent(); // one
                return id == 2 ? TypedResults.NoContent() : TypedResults.BadRequest();
            }
        }
        [ApiController] public class RowsController : ControllerBase
        {
            [HttpPatch("d")] public IActionResult Patch() { return /* done */ NoContent(); }
            [HttpDelete("f")] public IActionResult Delete() => new NoContentResult();
        }
        """);

    [Fact]
    public Task Offers_nothing_where_the_description_promises_200() => Verify.OffersNoFix(App + """
        app.MapPut("/a", () => [|Results.Ok()|]).Produces(200);
        [ApiController] public class RowsController : ControllerBase
        {
            [HttpPatch("d"), ProducesResponseType(200)] public IActionResult Patch() => [|Ok()|];
            [HttpDelete("f")] public OkResult Delete() => [|Ok()|];
        }
        """);

    [Theory]
    [InlineData("""app.MapPut("/rows/{id}", (int id) => id == 1 ? Results.Ok() : Results.NotFound());""", "")]
    [InlineData("""app.MapPut("/rows/{id}", Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok, Microsoft.AspNetCore.Http.HttpResults.NotFound> (int id) => id == 1 ? TypedResults.Ok() : TypedResults.NotFound());""", "")]
    [InlineData("app.MapControllers();", """[HttpPut("/rows/{id}")] public IActionResult Put(int id) => id == 1 ? Ok() : NotFound();""")]
    public async Task The_server_answers_204_after_and_200_before(string mapping, string action)
    {
        var source = $$"""
            using Microsoft.AspNetCore.Mvc;
            public static class Subject { public static void Run(WebApplication app) { {{mapping}} } }
            public class RowsController : ControllerBase { {{action}} }
            """;
        var repaired = await Fixer.FixAsync(source, "BST1021");
        Assert.Equal(["200", "404"], await Served.AskAsync(source, "PUT /rows/1", "PUT /rows/2"));
        Assert.Equal(["204", "404"], await Served.AskAsync(repaired, "PUT /rows/1", "PUT /rows/2"));
    }
}
