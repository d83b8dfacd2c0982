using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public sealed class ErrorTextLostTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, ErrorOutsideEnvelopeFix> Verify = new(RuleCatalog.ErrorTextLost);

    [Fact]
    public Task Reports_texts_in_a_group() => Verify.FixesAll(App("""
        group.MapGet("/a/{id}", Results<NoContent, NotFound<string>> (int id) => id == 0 ? TypedResults.NoContent() : [|TypedResults.NotFound("There is none.")|]);
        group.MapGet("/b", () => [|Results.Conflict("Taken.")|]);
        group.MapGet("/c", Results<NoContent, ProblemHttpResult> (int id) => id == 0 ? TypedResults.NoContent() : [|TypedResults.Problem("Later.", statusCode: 503)|]);
        group.MapGet("/d", () => [|TypedResults.UnprocessableEntity("No sense.")|]);
        """), App("""
        group.MapGet("/a/{id}", Results<NoContent, ApiNotFound> (int id) => id == 0 ? TypedResults.NoContent() : ApiResults.NotFound("There is none."));
        group.MapGet("/b", () => ApiResults.Conflict(message: "Taken."));
        group.MapGet("/c", Results<NoContent, ApiFailed> (int id) => id == 0 ? TypedResults.NoContent() : ApiResults.Fail(503, ErrorCodes.ServiceUnavailable, "Later."));
        group.MapGet("/d", () => ApiResults.Fail(422, ErrorCodes.ValidationError, "No sense."));
        """));

    [Fact]
    public Task Reports_texts_of_controllers_in_the_envelope() => Verify.Fixes(App("""
        builder.Services.AddControllers().AddApiEnvelope();
        """) + Controller("""
        [HttpGet] public IActionResult Get() => [|BadRequest("No such number.")|];
        [HttpPost] public IActionResult Post() => [|Problem("Taken.", statusCode: 409)|];
        """), App("""
        builder.Services.AddControllers().AddApiEnvelope();
        """) + Controller("""
        [HttpGet] public IActionResult Get() => BadRequest(ApiResponse.Fail(ErrorCodes.ValidationError, "No such number."));
        [HttpPost] public IActionResult Post() => StatusCode(409, ApiResponse.Fail(ErrorCodes.Conflict, "Taken."));
        """));

    [Fact]
    public Task Reports_problem_results_wherever_the_envelope_is_registered() => Verify.Fixes(App("""
        app.MapGet("/a", () => [|TypedResults.Problem("Taken.", statusCode: 409)|]);
        """), App("""
        app.MapGet("/a", () => ApiResults.Fail(409, ErrorCodes.Conflict, "Taken."));
        """));

    [Fact]
    public Task Offers_no_fix_for_what_is_no_text_or_says_more() => Verify.OffersNoFix(App("""
        group.MapGet("/a", () => [|TypedResults.Conflict(new { reason = 1 })|]);
        group.MapGet("/b", () => [|TypedResults.Problem("Taken.", title: "Conflict", statusCode: 409)|]);
        group.MapGet("/c", (int status) => [|TypedResults.Problem("Taken.", statusCode: status)|]);
        """));

    [Fact]
    public Task Ignores_created_and_accepted_which_keep_their_location() => Verify.Ignores(App("""
        group.MapPost("/a", () => TypedResults.Created("/a/1", 1));
        group.MapPost("/b", () => TypedResults.CreatedAtRoute(1, "a"));
        group.MapPost("/c", () => TypedResults.Accepted("/c/1", 1));
        """));

    [Fact]
    public Task Ignores_texts_of_exceptions_which_are_to_be_lost() => Verify.Ignores(App("""
        group.MapGet("/a", () =>
        {
            try { return Results.Ok(1); }
            catch (InvalidOperationException e) { return Results.Conflict("Failed: " + e.Message); }
        });
        """));

    [Fact]
    public Task Ignores_what_says_nothing_and_what_is_kept() => Verify.Ignores(App("""
        group.MapGet("/a", () => TypedResults.NotFound());
        group.MapGet("/b", () => TypedResults.ValidationProblem(new Dictionary<string, string[]>()));
        group.MapGet("/c", () => ApiResults.NotFound("There is none."));
        group.MapGet("/d", () => TypedResults.Conflict(ApiResponse.Fail(ErrorCodes.Conflict, "Taken.")));
        group.MapGet("/e", (object error) => TypedResults.Conflict(error));
        group.MapGet("/f", () => TypedResults.Problem(statusCode: 409));
        group.MapGet("/g", () => TypedResults.BadRequest(new Microsoft.AspNetCore.Mvc.ValidationProblemDetails()));
        """));

    [Fact]
    public Task Ignores_what_the_envelope_does_not_go_around() => Verify.Ignores(App("""
        app.MapGet("/a", () => TypedResults.Conflict("Taken."));
        app.MapGet("/b", () => TypedResults.Problem("Taken.")).AddEndpointFilter((context, next) => next(context));
        group.MapGroup("/c").SkipApiEnvelope().MapGet("/a", () => TypedResults.Conflict("Taken."));
        """) + Controller("""[HttpGet] public IActionResult Get() => BadRequest("No such number.");"""));

    [Fact]
    public Task Ignores_other_styles() => Verify.Ignores(App("""
        group.MapGet("/b", () => Results.Conflict("Taken."));
        """), test => test.Configure("backend_standards.response_style = none"));

    private static string App(string mapping) => $$"""
        using BackendStandards;
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.AspNetCore.Mvc;

        var builder = WebApplication.CreateBuilder();
        builder.Services.AddApiEnvelope();
        var app = builder.Build();
        var group = app.MapGroup("/api").WithApiEnvelope();
        {{mapping}}
        app.MapControllers();
        app.Run();

        """;

    private static string Controller(string members) => $$"""
        [ApiController, Route("products")]
        public sealed class ProductsController : ControllerBase
        {
        {{members}}
        }
        """;
}
