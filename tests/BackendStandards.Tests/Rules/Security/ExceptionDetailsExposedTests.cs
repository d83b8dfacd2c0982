using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class ExceptionDetailsExposedTests
{
    private static readonly FixTest<Only<FlowAnalysis>, ExceptionDetailsExposedFix> Verify = new(RuleCatalog.ExceptionDetailsExposed);

    public static TheoryData<string> Answers =>
    [
        "return BadRequest([|ex.Message|]);",
        "return BadRequest([|ex|]);",
        "return BadRequest([|new { error = ex.Message }|]);",
        "return BadRequest([|new Failure { Message = ex.Message }|]);",
        "return StatusCode(500, [|ex.ToString()|]);",
        "return StatusCode(500, [|$\"Failed: {ex.Message}\"|]);",
        "return StatusCode(500, [|$\"Failed: {ex}\"|]);",
        "return Ok([|\"Failed: \" + ex.StackTrace|]);",
        "return NotFound([|ex.InnerException?.Message|]);",
        "return Conflict([|ex.GetBaseException().Message|]);",
        "return Problem([|ex.Message|]);",
        "return Problem(detail: [|ex.StackTrace|], title: \"Failed\");",
        "return Problem(title: [|ex.Message|]);",
        "return Content([|ex.ToString()|]);",
        "return UnprocessableEntity([|ex.Message|]);",
        "return new ObjectResult([|ex.Message|]) { StatusCode = 500 };",
        "return new BadRequestObjectResult([|ex.Message|]);",
        "return new JsonResult([|new { ex.Message }|]);",
        "return new ObjectResult(new ProblemDetails { Detail = [|ex.Message|] });",
        "var problem = new ProblemDetails(); problem.Title = [|ex.Message|]; return BadRequest(problem);",
        "ModelState.AddModelError(\"\", [|ex.Message|]); return BadRequest(ModelState);",
        "await Response.WriteAsync([|ex.Message|]); return Empty;",
        "await Response.WriteAsJsonAsync([|new { error = ex.Message }|]); return Empty;",
        "return new ContentResult { Content = [|ex.ToString()|] };",
        "var message = ex.Message; var text = \"Failed: \" + message; return BadRequest([|text|]);",
        "var lines = new List<string>(); lines.Add(ex.Message); return BadRequest([|lines|]);",
        "return BadRequest([|Describe(ex)|]);",
        "return BadRequest([|ex.Message.Split('\\n')[0]|]);",
        "return BadRequest([|JsonSerializer.Serialize(new { ex.Message })|]);",
        "_last = ex.Message; return BadRequest([|_last|]);",
        "return BadRequest([|flag ? ex.Message : \"failed\"|]);",
        "throw new Microsoft.AspNetCore.SignalR.HubException([|ex.Message|]);",
    ];

    public static TheoryData<string> MinimalAnswers =>
    [
        "return Results.BadRequest([|ex.Message|]);",
        "return Results.Problem([|ex.Message|]);",
        "return Results.Json([|new { error = ex.ToString() }|]);",
        "return Results.Text([|ex.ToString()|]);",
        "return TypedResults.BadRequest([|ex.Message|]);",
        "return TypedResults.Problem([|ex.Message|]);",
        "return Results.InternalServerError([|ex.Message|]);",
        "return Results.Ok([|Result.Fail(ex.Message)|]);",
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public Task Reports_answers_of_controllers(string statements) => Verify.Reports(InCatch(statements));

    [Theory]
    [MemberData(nameof(MinimalAnswers))]
    public Task Reports_answers_of_minimal_endpoints(string statements) => Verify.Reports(InHandler(statements));

    [Theory]
    [InlineData("OrderRefusedException", "ex.StackTrace")]
    [InlineData("OrderRefusedException", "ex.InnerException!.Message")]
    [InlineData("OrderRefusedException", "ex.ToString()")]
    public Task Reports_stacks_of_any_exception(string type, string answer) => Verify.Reports(InCatch($"return BadRequest([|{answer}|]);", type));

    [Fact]
    public Task Reports_middleware_and_handlers() => Verify.Reports(
        """
        using Microsoft.AspNetCore.Diagnostics;
        using Microsoft.AspNetCore.Mvc;
        public class Failures(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                try { await next(context); }
                catch (Exception exception) { await Answer(context, exception); }
            }
            private static Task Answer(HttpContext context, Exception exception) => context.Response.WriteAsJsonAsync([|new { error = exception.Message }|]);
        }
        public class Handler : IExceptionHandler
        {
            public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
            {
                var problem = new ProblemDetails { Title = "Failed", Detail = [|exception.Message|] };
                await context.Response.WriteAsJsonAsync(problem, cancellation);
                return true;
            }
        }
        public class Filter : Microsoft.AspNetCore.Mvc.Filters.IExceptionFilter
        {
            public void OnException(Microsoft.AspNetCore.Mvc.Filters.ExceptionContext context) => context.Result = new ObjectResult([|context.Exception.Message|]);
        }
        public class ErrorController : ControllerBase
        {
            [HttpGet("error")]
            public IActionResult Error() => Problem([|HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error.Message|]);
        }
        """);

    [Fact]
    public Task Reports_answers_that_are_returned_as_they_are() => Verify.Reports(
        """
        using Microsoft.AspNetCore.Mvc;
        public record Reply(string Message);
        public class OrdersController(Func<string> place) : ControllerBase
        {
            [HttpPost("orders")]
            public string Post() { try { return place(); } catch (Exception ex) { return [|ex.Message|]; } }
            [HttpPut("orders")]
            public ActionResult<Reply> Put() { try { return new Reply(place()); } catch (Exception ex) { return [|new Reply(ex.ToString())|]; } }
            [HttpPatch("orders")]
            public string Patch() { try { return place(); } catch (Exception) { return "failed"; } }
            private string Try() { try { return place(); } catch (Exception ex) { return ex.Message; } }
            public static void Map(IEndpointRouteBuilder app, Func<string> place) => app.MapGet("/orders", object () => { try { return place(); } catch (Exception ex) { return [|new { ex.Message }|]; } });
        }
        public class Job(Func<string> run) { public string Run() { try { return run(); } catch (Exception ex) { return ex.Message; } } }
        """);

    [Fact]
    public Task Follows_details_through_services() => Verify.Files(
    [
        """
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController(OrderService orders) : ControllerBase
        {
            [HttpPost("orders")]
            public IActionResult Post() => Ok([|orders.Place()|]);
            [HttpPut("orders")]
            public IActionResult Put() => Ok(orders.Change());
        }
        """,
        """
        public class Reply { public string? ErrorMessage { get; set; } public bool Success { get; set; } }
        public class OrderService(Action place)
        {
            public Reply Place()
            {
                try { place(); return new Reply { Success = true }; }
                catch (Exception ex) { return new Reply { ErrorMessage = ex.Message }; }
            }
            public Reply Change()
            {
                try { place(); return new Reply { Success = true }; }
                catch (Exception) { return new Reply { ErrorMessage = "failed" }; }
            }
        }
        """,
    ]);

    [Fact]
    public async Task Reports_pages_of_the_net_framework()
    {
        var found = await Sources.AnalyzeAsync(Sources.CompileOnNetFramework(
            """
            using System; using System.Web;
            public class Page : IHttpHandler
            {
                public bool IsReusable => false;
                public void ProcessRequest(HttpContext context)
                {
                    try { context.Server.Execute("a"); }
                    catch (Exception ex)
                    {
                        context.Response.Write(ex.ToString());
                        context.Response.Write("<pre>" + ex.StackTrace + "</pre>");
                        context.Response.StatusDescription = ex.Message;
                        context.Response.Write("failed");
                        Console.WriteLine(ex);
                        context.Trace.Write(ex.Message);
                    }
                }
            }
            """));
        Assert.Equal([9, 10, 11], found.Where(finding => finding.Id == "BST3090").Select(finding => finding.Location.GetLineSpan().StartLinePosition.Line));
    }

    private static string InCatch(string statements, string type = "Exception") => $$"""
        using System.Text.Json;
        using Microsoft.AspNetCore.Mvc;
        public class Failure { public string? Message { get; set; } }
        public class OrderRefusedException(string message) : Exception(message) { public string Code => "REFUSED"; }
        public class UserFacingAttribute : Attribute;
        [UserFacing] public class UserFacingFault : Exception;
        public class OrdersController(ILogger<OrdersController> logger, IHostEnvironment env, Func<Task> place) : ControllerBase
        {
            private readonly bool _showDetails = env.IsDevelopment();
            private string? _last;
            private static string Describe(Exception fault) => "Failed: " + fault.Message;
            private string? ForDevelopers(Exception fault) => env.IsDevelopment() ? fault.ToString() : null;
            [HttpPost("orders")]
            public async Task<IActionResult> Post(string name, bool flag)
            {
                try { await place(); return Ok(); }
                catch ({{type}} ex)
                {
                    {{statements}}
                }
            }
        }
        """;

    private static string InHandler(string statements) => $$"""
        public class Result { public string? Error { get; set; } public static Result Fail(string error) => new() { Error = error }; }
        public static class Orders
        {
            public static void Map(IEndpointRouteBuilder app) => app.MapPost("/orders", IResult (Action place) =>
            {
                try { place(); return Results.Ok(); }
                catch (Exception ex)
                {
                    {{statements}}
                }
            });
        }
        """;

    [Theory]
    [InlineData("var details = new ProblemDetails(); details.Extensions[\"error\"] = [|ex.Message|]; return BadRequest(details);")]
    [InlineData("return BadRequest(new ProblemDetails { Extensions = { [\"error\"] = [|ex.ToString()|] } });")]
    [InlineData("var details = new ProblemDetails(); details.Extensions.Add(\"error\", [|ex.StackTrace|]); return BadRequest(details);")]
    [InlineData("var details = new ProblemDetails(); details.Extensions.TryAdd(\"error\", [|ex.Message|]); return BadRequest(details);")]
    public Task Reports_what_is_added_to_a_problem(string statements) => Verify.Reports(InCatch(statements));
}
