namespace BackendStandards.Tests.Rules.Security;

/// <summary>What BST3090 must leave alone.</summary>
public partial class ExceptionDetailsExposedTests
{
    public static TheoryData<string> Harmless =>
    [
        "return BadRequest(\"failed\");",
        "return BadRequest(name);",
        "logger.LogError(ex, \"failed\"); return StatusCode(500, \"failed\");",
        "Console.WriteLine(ex); return StatusCode(500);",
        "return StatusCode(500, ex.HResult);",
        "return StatusCode(500, new { code = ex.HResult });",
        "return StatusCode(500, ex.GetType().Name);",
        "return BadRequest(ex is TimeoutException ? \"too slow\" : \"failed\");",
        "var text = ex switch { TimeoutException => \"too slow\", _ => \"failed\" }; return BadRequest(text);",
        "return env.IsDevelopment() ? BadRequest(ex.ToString()) : BadRequest(\"failed\");",
        "return BadRequest(env.IsDevelopment() ? ex.ToString() : \"failed\");",
        "if (env.IsDevelopment()) return BadRequest(ex.ToString()); return BadRequest();",
        "if (!env.IsDevelopment()) return BadRequest(); return BadRequest(ex.ToString());",
        "var detail = env.IsDevelopment() ? ex.StackTrace : null; return Problem(detail);",
        "var isDevelopment = env.IsDevelopment(); return Problem(isDevelopment ? ex.Message : null);",
        "var shown = env.IsDevelopment(); return Problem(shown ? ex.Message : null);",
        "return Problem(ForDevelopers(ex));",
        "if (!env.IsProduction()) return Problem(ex.Message); return Problem();",
        "return Problem(_showDetails ? ex.Message : null);",
    ];

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Ignores_general_texts_and_development(string statements) => Verify.Ignores(InCatch(statements));

    [Theory]
    [InlineData("OrderRefusedException", "ex.Message")]
    [InlineData("UserFacingFault", "ex.Message")]
    [InlineData("FluentValidation.ValidationException", "ex.Errors")]
    [InlineData("FluentValidation.ValidationException", "ex.Message")]
    [InlineData("BadHttpRequestException", "ex.Message")]
    [InlineData("OrderRefusedException", "new { ex.Code, ex.Message }")]
    public Task Ignores_exceptions_that_are_written_for_users(string type, string answer) => Verify.Ignores(InCatch($"return BadRequest({answer});", type));

    [Fact]
    public Task Ignores_exception_types_that_are_listed() => Verify.Ignores(
        InCatch("return BadRequest(ex.Message);", "System.Data.Common.DbException"),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbackend_standards.bst3090.user_facing_exceptions = DbException\n")));

    [Fact]
    public Task Ignores_error_objects_that_merely_have_a_message() => Verify.Ignores(
        """
        using Microsoft.AspNetCore.Mvc;
        public record Error(string Code, string Message);
        public record Outcome(bool Ok, Error Error);
        public class OrdersController(Func<Outcome> run) : ControllerBase
        {
            [HttpPost("orders")]
            public IActionResult Post()
            {
                var outcome = run();
                return outcome.Ok ? Ok() : BadRequest(outcome.Error.Message);
            }
        }
        """);

    [Fact]
    public Task Ignores_middleware_that_tells_users_only_what_is_meant_for_them() => Verify.Ignores(
        """
        public class NotFoundException(string message) : Exception(message);
        public class Failures(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                try { await next(context); }
                catch (Exception exception) { await Answer(context, exception); }
            }
            private static Task Answer(HttpContext context, Exception exception)
            {
                var (status, message) = exception switch
                {
                    NotFoundException missing => (404, missing.Message),
                    _ => (500, "Something went wrong."),
                };
                context.Response.StatusCode = status;
                return context.Response.WriteAsJsonAsync(new { message });
            }
        }
        """);

    [Fact]
    public Task Ignores_delegates_that_log() => Verify.Ignores(
        """
        using System.Text.Json;
        public class RestException(object errors) : Exception { public object Errors { get; } = errors; }
        public class Failures(RequestDelegate next, ILogger<Failures> logger)
        {
            private static readonly Action<ILogger, string, Exception?> Write = LoggerMessage.Define<string>(LogLevel.Error, new EventId(1), "{Message}");
            public async Task InvokeAsync(HttpContext context)
            {
                try { await next(context); }
                catch (Exception ex) { await Handle(context, ex, logger); }
            }
            private static async Task Handle(HttpContext context, Exception exception, ILogger logger)
            {
                string? result;
                switch (exception)
                {
                    case RestException re: result = JsonSerializer.Serialize(new { errors = re.Errors }); break;
                    default: Write(logger, "Unhandled", exception); result = JsonSerializer.Serialize(new { errors = "failed" }); break;
                }
                await context.Response.WriteAsync(result);
            }
        }
        """);

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(
        "class C : Microsoft.AspNetCore.Mvc.ControllerBase { object M() { try { } catch (Exception ex) { return BadRequest(ex.; } catch { return Ok(ex } ",
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    [Theory]
    [InlineData("var details = new ProblemDetails(); details.Extensions[\"trace\"] = HttpContext.TraceIdentifier; return BadRequest(details);")]
    [InlineData("var texts = new Dictionary<string, object?>(); texts[\"error\"] = ex.Message; logger.LogError(ex, \"failed\"); return BadRequest();")]
    public Task Ignores_other_entries(string statements) => Verify.Ignores(InCatch(statements));
}
