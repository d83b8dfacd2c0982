using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules.Api;

public class StatusCodeWrongTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";

    private static readonly FixTest<Only<HostAnalysis>, StatusCodeWrongFix> Verify = new(RuleCatalog.StatusCodeWrong);

    [Fact]
    public Task Reports_bare_numbers() => Verify.Reports(App + """
        app.MapGet("/a", () => Results.StatusCode([|404|]));
        app.MapGet("/b", () => TypedResults.StatusCode([|503|]));
        app.MapGet("/c", (HttpContext context) => { context.Response.StatusCode = [|401|]; });
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [HttpGet] public IActionResult Get() => StatusCode([|404|], "x");
            [HttpPut] public IActionResult Put() => new ObjectResult("x") { StatusCode = [|409|] };
        }
        """);

    [Theory]
    [InlineData("0")]
    [InlineData("99")]
    [InlineData("600")]
    [InlineData("1404")]
    [InlineData("-1")]
    public Task Warns_of_numbers_that_are_no_status_code(string number) => Verify.Files(
        [App + $$"""app.MapGet("/a", () => Results.StatusCode({|#0:{{number}}|}));"""],
        run => run.TestState.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments($"{number} is no HTTP status code, which are 100 to 599").WithSeverity(DiagnosticSeverity.Warning)));

    [Fact]
    public Task Suggests_where_nobody_has_registered_a_code() => Verify.Files(
        [App + """app.MapGet("/a", () => Results.StatusCode({|#0:477|}));"""],
        run => run.TestState.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("477 is a status code that nobody has registered: clients take it for 400")));

    [Fact]
    public Task Warns_of_the_wrong_code_in_a_catch() => Verify.Files([App + """
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [HttpGet] public IActionResult Get() { try { return Ok(Own()); } catch (ArgumentException) { return StatusCode({|#0:500|}); } }
            [HttpPut] public IActionResult Put() { try { return Ok(Own()); } catch (KeyNotFoundException) { return StatusCode({|#1:StatusCodes.Status500InternalServerError|}, "x"); } }
            [HttpPost] public IActionResult Post() { try { return Ok(Own()); } catch (InvalidOperationException) { return StatusCode({|#2:200|}, "x"); } }
            [HttpDelete] public IActionResult Delete() { try { return Ok(Own()); } catch (Exception ex) { return {|#3:Ok(ex.Message)|}; } }
            private static int Own() => 1;
        }
        """], run => run.TestState.ExpectedDiagnostics.AddRange([
            Verify.Expected.WithLocation(0).WithArguments("500 says that the server failed, and 'ArgumentException' that the request is wrong: answer 400").WithSeverity(DiagnosticSeverity.Warning),
            Verify.Expected.WithLocation(1).WithArguments("500 says that the server failed, and 'KeyNotFoundException' that the request is wrong: answer 404").WithSeverity(DiagnosticSeverity.Warning),
            Verify.Expected.WithLocation(2).WithArguments("200 says that it worked, and 'InvalidOperationException' was caught: answer with the status of the error").WithSeverity(DiagnosticSeverity.Warning),
            Verify.Expected.WithLocation(3).WithArguments("200 says that it worked, and 'ex' was caught: answer with the status of the error").WithSeverity(DiagnosticSeverity.Warning)]));

    [Fact]
    public Task Ignores_names_and_constants() => Verify.Ignores(App + """
        app.MapGet("/a", () => Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapGet("/b", () => Results.StatusCode(Codes.Gone));
        app.MapGet("/c", () => Results.StatusCode((int)System.Net.HttpStatusCode.Conflict));
        static class Codes { public const int Gone = 410; }
        """);

    [Fact]
    public Task Ignores_what_another_server_answered() => Verify.Ignores(App + """
        app.MapGet("/a", async (HttpClient client, HttpContext context) => { var answer = await client.GetAsync("http://a"); context.Response.StatusCode = (int)answer.StatusCode; });
        app.MapGet("/b", async (HttpClient client) => Results.StatusCode((int)(await client.GetAsync("http://a")).StatusCode));
        """);

    [Fact]
    public Task Ignores_what_a_catch_does_right_and_what_else_has_that_name() => Verify.Ignores(App + """
        app.MapGet("/a", () => { try { return Results.Ok(1); } catch (ArgumentException ex) { return Results.BadRequest(ex.Message); } });
        app.MapGet("/b", () => { try { return Results.Ok(1); } catch (TimeoutException) { return Results.Ok(0); } });
        app.MapGet("/c", () => { try { return Results.Ok(1); } catch (Exception) { return Results.StatusCode(StatusCodes.Status500InternalServerError); } });
        new Own().StatusCode(404);
        var own = new Own { Code = 404 };
        class Own { public int Code { get; set; } public void StatusCode(int code) { } }
        """);

    [Fact]
    public Task Says_the_code_by_name() => Verify.FixesAll(App + """
        app.MapGet("/a", () => Results.StatusCode([|404|])); // a
        app.MapGet("/b", () => TypedResults.StatusCode([|503|]));
        app.MapGet("/c", (HttpContext context) => { context.Response.StatusCode = [|401|]; });
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [HttpGet] public IActionResult Get(int id) => id == 1 ? StatusCode([|404|], "x") : this.StatusCode([|400|]);
            [HttpPut] public IActionResult Put() => StatusCode(/* why */ [|500|], new { });
            [HttpPost] public IActionResult Post() => StatusCode([|400|], ModelState);
        }
        """, App + """
        app.MapGet("/a", () => Results.NotFound()); // a
        app.MapGet("/b", () => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/c", (HttpContext context) => { context.Response.StatusCode = StatusCodes.Status401Unauthorized; });
        [ApiController, Route("rows")] public class RowsController : ControllerBase
        {
            [HttpGet] public IActionResult Get(int id) => id == 1 ? NotFound("x") : this.BadRequest();
            [HttpPut] public IActionResult Put() => StatusCode(/* why */ StatusCodes.Status500InternalServerError, new { });
            [HttpPost] public IActionResult Post() => StatusCode(StatusCodes.Status400BadRequest, ModelState);
        }
        """);

    [Fact]
    public async Task The_server_answers_the_same_before_and_after()
    {
        var source = """
            using Microsoft.AspNetCore.Mvc;
            public static class Subject { public static void Run(WebApplication app) { app.MapGet("/a", () => Results.StatusCode(404)); app.MapGet("/b", (HttpContext context) => { context.Response.StatusCode = 503; }); app.MapControllers(); } }
            [Route("rows")] public class RowsController : ControllerBase { [HttpGet("{id}")] public IActionResult Get(int id) => id == 1 ? StatusCode(404, "gone") : StatusCode(409); [HttpPut] public IActionResult Put() => StatusCode(500, "x"); }
            """;
        var repaired = await Fixer.FixAsync(source, "BST1024");
        Assert.DoesNotContain("(404", repaired);
        string[] requests = ["GET /a", "GET /b", "GET /rows/1", "GET /rows/2", "PUT /rows"];
        string[] answers = ["404", "503", "404 gone", "409", "500 x"];
        Assert.Equal(answers, await Served.AskAsync(source, requests));
        Assert.Equal(answers, await Served.AskAsync(repaired, requests));
    }
}
