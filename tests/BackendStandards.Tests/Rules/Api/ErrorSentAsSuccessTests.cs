using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class ErrorSentAsSuccessTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";
    private const string Types = "\npublic record Outcome(bool Success, string? Message); public class Reply { public bool IsSuccess { get; set; } public static Reply Fail(string why) => new(); } public record ErrorResponse(string Text); public record Row(int Id);\n";

    private static readonly FixTest<Only<EndpointAnalysis>, ErrorSentAsSuccessFix> Verify = new(RuleCatalog.ErrorSentAsSuccess);

    [Fact]
    public Task Reports_errors_that_are_sent_as_successes() => Verify.Reports(App + """
        app.MapGet("/a", () => [|Results.Ok(new { success = false, error = "x" })|]);
        app.MapGet("/b", () => [|Results.Json(new { error = "x", code = 3 })|]);
        app.MapGet("/c", () => [|TypedResults.Ok(new ProblemDetails())|]);
        app.MapGet("/d", (int id) => id > 0 ? Results.Ok(1) : [|Results.Ok(new ErrorResponse("x"))|]);
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [HttpGet] public IActionResult Get(int id) { if (id > 0) return Ok(new Row(id)); return [|Ok(new Outcome(false, "x"))|]; }
            [HttpPut] public IActionResult Put() => [|Ok(new Reply { IsSuccess = false })|];
            [HttpPost] public IActionResult Post() => [|Ok(Reply.Fail("x"))|];
            [HttpDelete] public IActionResult Delete() => [|new OkObjectResult(new ValidationProblemDetails())|];
        }
        """ + Types);

    [Fact]
    public Task Ignores_errors_with_a_status_of_their_own() => Verify.Ignores(App + """
        app.MapGet("/a", () => Results.BadRequest(new { success = false, error = "x" }));
        app.MapGet("/b", () => Results.Json(new { error = "x" }, statusCode: 400));
        app.MapGet("/c", () => Results.Problem("x"));
        """ + Types);

    [Fact]
    public Task Ignores_GraphQL() => Verify.Ignores(App + """app.MapPost("/graphql", () => Results.Ok(new { errors = new[] { "x" }, error = "x" }));""" + Types);

    [Fact]
    public Task Ignores_batches_that_answer_item_by_item() => Verify.Ignores(App + """
        app.MapPost("/a", () => Results.Ok(new { success = false, results = new[] { new { id = 1, error = "x" } } }));
        app.MapPost("/rows/batch", () => Results.Ok(new { success = false, error = "x" }));
        app.MapPost("/b", () => Results.Ok(new { error = "x", data = 1 }));
        app.MapPost("/c", () => Results.Ok(new Bulk { Success = false, Results = [] }));
        class Bulk { public bool Success { get; set; } public int[] Results { get; set; } = []; }
        """ + Types);

    [Fact]
    public Task Ignores_errors_that_are_what_was_asked_for() => Verify.Ignores(App + """
        app.MapGet("/errors/{id}", (int id) => Results.Ok(new ErrorResponse("x")));
        app.MapGet("/a", () => Results.Ok(new List<ErrorResponse>()));
        app.MapPost("/rows/validate", () => Results.Ok(new { success = false, error = "x" }));
        app.MapGet("/b", (Row row, string? error) => Results.Ok(new { success = error is null, error }));
        app.MapGet("/c", () => Results.Ok(new { success = true, error = (string?)null }));
        app.MapGet("/d", () => Results.Ok(new ErrorRate(3)));
        app.MapGet("/e", (int id) => Results.Ok(new { error = id > 3 ? "x" : null }));
        record ErrorRate(double Value);
        """ + Types);

    [Fact]
    public Task Answers_400() => Verify.Fixes(App + """
        app.MapGet("/a", () => [|Results.Ok(new { success = false, error = "x" })|]); // a
        app.MapGet("/b", () => [|Results.Json(new { error = "x" })|]);
        [ApiController, Route("rows")] public class RowsController : ControllerBase { [HttpPost] public IActionResult Post() => [|Ok(/* what */ Reply.Fail("x"))|]; }
        """ + Types, App + """
        app.MapGet("/a", () => Results.BadRequest(new { success = false, error = "x" })); // a
        app.MapGet("/b", () => Results.BadRequest(new { error = "x" }));
        [ApiController, Route("rows")] public class RowsController : ControllerBase { [HttpPost] public IActionResult Post() => BadRequest(/* what */ Reply.Fail("x")); }
        """ + Types);

    [Fact]
    public Task Offers_nothing_in_a_catch_and_where_the_type_says_Ok() => Verify.OffersNoFix(App + """
        app.MapGet("/a", () => { try { return Results.Ok(1); } catch (Exception) { return [|Results.Ok(new { error = "x" })|]; } });
        app.MapGet("/b", Microsoft.AspNetCore.Http.HttpResults.Ok<ErrorResponse> () => [|TypedResults.Ok(new ErrorResponse("x"))|]);
        """ + Types);

    [Fact]
    public async Task The_server_answers_400_after_and_200_before_with_the_same_body()
    {
        var source = """
            using Microsoft.AspNetCore.Mvc;
            public static class Subject { public static void Run(WebApplication app) { app.MapGet("/a", (int id) => id > 0 ? Results.Ok(id) : Results.Ok(new { error = "x" })); app.MapControllers(); } }
            [ApiController, Route("rows")] public class RowsController : ControllerBase { [HttpGet] public IActionResult Get() => Ok(new { success = false }); }
            """;
        var repaired = await Fixer.FixAsync(source, "BST1023");
        string[] requests = ["GET /a?id=1", "GET /a?id=0", "GET /rows"];
        Assert.Equal(["200 1", """200 {"error":"x"}""", """200 {"success":false}"""], await Served.AskAsync(source, requests));
        Assert.Equal(["200 1", """400 {"error":"x"}""", """400 {"success":false}"""], await Served.AskAsync(repaired, requests));
    }
}
