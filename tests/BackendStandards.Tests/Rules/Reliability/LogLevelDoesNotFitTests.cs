using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.CodeFixes.Rules.Reliability;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

public class LogLevelDoesNotFitTests
{
    private static readonly FixTest<LogLevelDoesNotFit, LogLevelDoesNotFitFix> Verify = new(RuleCatalog.LogLevelDoesNotFit);

    [Fact]
    public Task Raises_what_catches_everything() => Verify.FixesAll(
        InTry("""catch (Exception ex) { logger.[|LogInformation|](ex, "Failed"); }"""),
        InTry("""catch (Exception ex) { logger.LogWarning(ex, "Failed"); }"""));

    [Theory]
    [InlineData("""catch (Exception ex) { Serilog.Log.[|Debug|](ex, "Failed"); }""", """catch (Exception ex) { Serilog.Log.Warning(ex, "Failed"); }""")]
    [InlineData("""catch (Exception ex) { NLog.LogManager.GetCurrentClassLogger().[|Info|](ex, "Failed"); }""", """catch (Exception ex) { NLog.LogManager.GetCurrentClassLogger().Warn(ex, "Failed"); }""")]
    [InlineData("""catch (Exception ex) { logger.[|Log|](LogLevel.Debug, ex, "Failed"); }""", """catch (Exception ex) { logger.Log(LogLevel.Warning, ex, "Failed"); }""")]
    [InlineData("""catch { logger.[|LogDebug|]("It failed"); }""", """catch { logger.LogWarning("It failed"); }""")]
    public Task Raises_in_every_library(string before, string after) => Verify.Fixes(InTry(before), InTry(after));

    [Theory]
    [InlineData("""catch (KeyNotFoundException ex) { logger.LogInformation(ex, "Not found"); }""")]
    [InlineData("""catch (System.ComponentModel.DataAnnotations.ValidationException ex) { logger.LogDebug(ex, "Not valid"); }""")]
    [InlineData("""catch (OperationCanceledException ex) { logger.LogInformation(ex, "Cancelled"); }""")]
    [InlineData("""catch (Exception ex) when (ex is FormatException) { logger.LogInformation(ex, "No number"); }""")]
    [InlineData("""catch (Exception ex) { logger.LogInformation(ex, "Failed"); throw; }""")]
    [InlineData("""catch (Exception ex) { logger.LogDebug(ex, "Details"); logger.LogError("Failed"); }""")]
    [InlineData("""catch (Exception ex) { if (ex is FormatException) logger.LogDebug(ex, "No number"); }""")]
    [InlineData("""catch (Exception) { logger.LogInformation("Goes on with the next"); }""")]
    [InlineData("""catch (Exception ex) { logger.LogWarning(ex, "Failed"); }""")]
    public Task Ignores_expected_exceptions_and_what_fits(string clause) => Verify.Ignores(InTry(clause));

    [Fact]
    public Task Ignores_one_value_that_was_tried_and_has_a_fallback() => Verify.Ignores(
        """
        class Sample
        {
            int? M(ILogger logger, string text)
            {
                int? number = null;
                try { number = int.Parse(text); }
                catch (Exception ex) { logger.LogDebug(ex, "No number; goes on without"); }
                return number;
            }
        }
        """);

    [Fact]
    public Task Ignores_what_is_tidied_up_on_the_way_out() => Verify.Ignores(
        """
        class Sample
        {
            void M(ILogger logger, string path, IDisposable channel)
            {
                try { File.Delete(path); }
                catch (Exception ex) { logger.LogDebug(ex, "Unable to remove temporary file"); }
                try { channel.Dispose(); }
                catch (Exception ex) { logger.LogDebug(ex, "Error closing the channel"); }
            }
        }
        """);

    [Fact]
    public Task Reports_levels_of_request_handlers() => Verify.FixesAll(
        """
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController(ILogger<OrdersController> logger) : ControllerBase
        {
            public IActionResult Get(int id)
            {
                if (id == 0)
                {
                    logger.[|LogCritical|]("No order {Id}", id);
                    return NotFound();
                }
                logger.[|LogError|]("Read {Id}", id);
                return Ok(id);
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController(ILogger<OrdersController> logger) : ControllerBase
        {
            public IActionResult Get(int id)
            {
                if (id == 0)
                {
                    logger.LogError("No order {Id}", id);
                    return NotFound();
                }
                logger.LogInformation("Read {Id}", id);
                return Ok(id);
            }
        }
        """);

    [Fact]
    public Task Raises_what_handles_unhandled_exceptions() => Verify.FixesAll(
        """
        using Microsoft.AspNetCore.Diagnostics;
        class Handler(ILogger<Handler> logger) : IExceptionHandler
        {
            public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
            {
                logger.[|LogWarning|](exception, "Unhandled");
                await Task.Yield();
                return true;
            }
        }
        class Middleware(RequestDelegate next, ILogger<Middleware> logger)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                try { await next(context); }
                catch (Exception ex) { logger.[|LogInformation|](ex, "Unhandled"); }
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Diagnostics;
        class Handler(ILogger<Handler> logger) : IExceptionHandler
        {
            public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
            {
                logger.LogError(exception, "Unhandled");
                await Task.Yield();
                return true;
            }
        }
        class Middleware(RequestDelegate next, ILogger<Middleware> logger)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                try { await next(context); }
                catch (Exception ex) { logger.LogError(ex, "Unhandled"); }
            }
        }
        """);

    [Fact]
    public Task Ignores_handlers_that_tell_exceptions_apart() => Verify.Ignores(
        """
        using Microsoft.AspNetCore.Diagnostics;
        class Handler(ILogger<Handler> logger) : IExceptionHandler
        {
            public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
            {
                await Task.Yield();
                if (exception is KeyNotFoundException) { logger.LogInformation(exception, "Not found"); return true; }
                logger.LogError(exception, "Unhandled");
                return true;
            }
        }
        """);

    [Fact]
    public Task Lowers_events_of_tight_loops() => Verify.Fixes(
        """
        class Sample
        {
            void M(ILogger logger, int[][] rows)
            {
                foreach (var row in rows)
                    foreach (var cell in row)
                    {
                        logger.[|LogInformation|]("Cell {Cell}", cell);
                    }
                foreach (var row in rows) logger.LogInformation("Row of {Length}", row.Length);
            }
        }
        """,
        """
        class Sample
        {
            void M(ILogger logger, int[][] rows)
            {
                foreach (var row in rows)
                    foreach (var cell in row)
                    {
                        logger.LogDebug("Cell {Cell}", cell);
                    }
                foreach (var row in rows) logger.LogInformation("Row of {Length}", row.Length);
            }
        }
        """);

    private static string InTry(string clause) =>
        $$"""
        class Sample
        {
            void M(ILogger logger)
            {
                try { Console.Read(); }
                {{clause}}
            }
        }
        """;
}
