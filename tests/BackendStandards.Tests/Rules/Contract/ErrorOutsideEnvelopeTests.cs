using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public sealed class ErrorOutsideEnvelopeTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, ErrorOutsideEnvelopeFix> Verify = new(RuleCatalog.ErrorOutsideEnvelope);

    [Fact]
    public Task Reports_texts_of_an_action() => Verify.FixesAll(Controller("""
            [HttpGet("{id}")]
            public IActionResult Get(int id) => id switch
            {
                0 => [|BadRequest("No such number.")|],
                1 => [|NotFound("Gone fishing.")|],
                2 => [|StatusCode(503, "Later.")|],
                _ => [|Conflict("Taken by " + id)|],
            };
        """), "using BackendStandards;\n" + Controller("""
            [HttpGet("{id}")]
            public IActionResult Get(int id) => id switch
            {
                0 => BadRequest(ApiResponse.Fail(ErrorCodes.ValidationError, "No such number.")),
                1 => NotFound(ApiResponse.Fail(ErrorCodes.NotFound, "Gone fishing.")),
                2 => StatusCode(503, ApiResponse.Fail(ErrorCodes.ServiceUnavailable, "Later.")),
                _ => Conflict(ApiResponse.Fail(ErrorCodes.Conflict, "Taken by " + id)),
            };
        """));

    [Fact]
    public Task Reports_typed_results() => Verify.Fixes("""
        using Microsoft.AspNetCore.Http.HttpResults;

        var app = WebApplication.Create();
        app.MapGet("/products/{id}", Results<NoContent, NotFound<string>> (int id) => id == 0 ? TypedResults.NoContent() : [|TypedResults.NotFound("There is none.")|]);
        app.Run();
        """, """
        using BackendStandards;
        using Microsoft.AspNetCore.Http.HttpResults;

        var app = WebApplication.Create();
        app.MapGet("/products/{id}", Results<NoContent, ApiNotFound> (int id) => id == 0 ? TypedResults.NoContent() : ApiResults.NotFound("There is none."));
        app.Run();
        """);

    [Fact]
    public Task Reports_problem_details_of_a_controller() => Verify.Fixes("using BackendStandards;\n" + Controller("""
            [HttpGet]
            public IActionResult Get() => [|Problem("Taken.", statusCode: StatusCodes.Status409Conflict)|];
        """), "using BackendStandards;\n" + Controller("""
            [HttpGet]
            public IActionResult Get() => StatusCode(StatusCodes.Status409Conflict, ApiResponse.Fail(ErrorCodes.Conflict, "Taken."));
        """));

    [Fact]
    public Task Reports_other_objects_without_a_fix() => Verify.OffersNoFix(Controller("""
            [HttpGet]
            public IActionResult Get() => [|BadRequest(new { reason = 1 })|];
        """));

    [Fact]
    public Task Ignores_what_is_in_the_format_or_has_no_body() => Verify.Ignores("using BackendStandards;\n" + Controller("""
            [HttpGet]
            public IActionResult Get(int id) => id == 0 ? NotFound() : BadRequest(ApiResponse.Fail(ErrorCodes.Conflict, "No."));

            [HttpGet("status")]
            public IActionResult Status(int code) => StatusCode(code, "Unknown.");

            [HttpGet("fine")]
            public IActionResult Fine() => StatusCode(200, "Fine.");

            [HttpGet("object")]
            public IActionResult Object(object error) => BadRequest(error);
        """));

    [Fact]
    public Task Ignores_other_styles() => Verify.Ignores(Controller("""
            [HttpGet]
            public IActionResult Get() => BadRequest("No.");
        """), test => test.Configure("backend_standards.response_style = none"));

    private static string Controller(string members) => $$"""
        using Microsoft.AspNetCore.Mvc;

        [ApiController, Route("products")]
        public sealed class ProductsController : ControllerBase
        {
        {{members}}
        }
        """;
}
