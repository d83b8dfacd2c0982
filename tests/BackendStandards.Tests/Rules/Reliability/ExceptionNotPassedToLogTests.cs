using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.CodeFixes.Rules.Reliability;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

public class ExceptionNotPassedToLogTests
{
    private static readonly FixTest<ExceptionNotPassedToLog, ExceptionNotPassedToLogFix> Verify = new(RuleCatalog.ExceptionNotPassedToLog);

    [Theory]
    [InlineData("""catch (Exception ex) { logger.LogError("Failed: {M}", [|ex.Message|]); }""", """catch (Exception ex) { logger.LogError(ex, "Failed"); }""")]
    [InlineData("""catch (Exception ex) { logger.LogError("Order {Id} failed: {M}", id, [|ex.Message|]); }""", """catch (Exception ex) { logger.LogError(ex, "Order {Id} failed", id); }""")]
    [InlineData("""catch (Exception ex) { logger.LogError("Order {Id} failed: {Error}", id, [|ex|]); }""", """catch (Exception ex) { logger.LogError(ex, "Order {Id} failed", id); }""")]
    [InlineData("""catch (Exception ex) { logger.LogError($"Failed: {[|ex.Message|]}"); }""", """catch (Exception ex) { logger.LogError(ex, "Failed"); }""")]
    [InlineData("""catch (Exception ex) { logger.LogError("Failed: " + [|ex.ToString()|]); }""", """catch (Exception ex) { logger.LogError(ex, "Failed"); }""")]
    [InlineData("""catch (Exception ex) { logger.LogError([|ex.Message|]); }""", """catch (Exception ex) { logger.LogError(ex, "{ErrorMessage}", ex.Message); }""")]
    [InlineData("""catch (Exception ex) { logger.LogError("Failed: {M}", [|ex.Message|]); throw; }""", """catch (Exception ex) { logger.LogError(ex, "Failed"); throw; }""")]
    [InlineData("""catch (Exception ex) { logger.Log(LogLevel.Error, new EventId(1), "Failed: {M}", [|ex.Message|]); }""", """catch (Exception ex) { logger.Log(LogLevel.Error, new EventId(1), ex, "Failed"); }""")]
    [InlineData("""catch (Exception ex) { Serilog.Log.Error("Failed: {M}", [|ex.Message|]); }""", """catch (Exception ex) { Serilog.Log.Error(ex, "Failed"); }""")]
    [InlineData("""catch (Exception ex) { NLog.LogManager.GetCurrentClassLogger().Error("Failed: {M}", [|ex.Message|]); }""", """catch (Exception ex) { NLog.LogManager.GetCurrentClassLogger().Error(ex, "Failed"); }""")]
    [InlineData("""catch (Exception ex) { log4net.LogManager.GetLogger("x").Error([|ex.Message|]); }""", """catch (Exception ex) { log4net.LogManager.GetLogger("x").Error(ex.Message, ex); }""")]
    [InlineData("""catch (Exception ex) { logger?.LogWarning("Failed: {M}", [|ex.Message|]); }""", """catch (Exception ex) { logger?.LogWarning(ex, "Failed"); }""")]
    public Task Fixes_messages_that_stand_for_their_exception(string before, string after) => Fixes(before, after);

    [Theory]
    [InlineData("""catch (Exception ex) { logger.[|LogError|]("Failed"); }""", """catch (Exception ex) { logger.LogError(ex, "Failed"); }""")]
    [InlineData("""catch (Exception) { logger.[|LogError|]("Order {Id} failed", id); }""", """catch (Exception exception) { logger.LogError(exception, "Order {Id} failed", id); }""")]
    [InlineData("""catch { logger.[|LogError|]("Failed"); }""", """catch (Exception exception) { logger.LogError(exception, "Failed"); }""")]
    [InlineData("""catch (FormatException) { logger.[|LogError|]("Failed"); }""", """catch (FormatException exception) { logger.LogError(exception, "Failed"); }""")]
    [InlineData("""catch (Exception ex) { log4net.LogManager.GetLogger("x").[|Error|]("Failed"); }""", """catch (Exception ex) { log4net.LogManager.GetLogger("x").Error("Failed", ex); }""")]
    public Task Fixes_failures_without_their_exception(string before, string after) => Fixes(before, after);

    [Fact]
    public Task Fixes_all_of_a_file() => Verify.FixesAll(
        InTry("""
        catch (FormatException) { logger.[|LogError|]("No number"); }
                catch (Exception ex)
                {
                    // Told once more below.
                    if (id > 0) { logger.LogError("Failed: {M}", [|ex.Message|]); logger.LogError("Once more"); }
                    else { logger.LogError("Gives up: {M}", [|ex.Message|]); } // now
                }
        """),
        InTry("""
        catch (FormatException exception) { logger.LogError(exception, "No number"); }
                catch (Exception ex)
                {
                    // Told once more below.
                    if (id > 0) { logger.LogError(ex, "Failed"); logger.LogError("Once more"); }
                    else { logger.LogError(ex, "Gives up"); } // now
                }
        """));

    [Theory]
    [InlineData("""catch (Exception ex) { logger.LogError(ex, "Failed: {M}", ex.Message); }""")]
    [InlineData("""catch (Exception ex) { logger.LogError("Failed: {M}", ex.Message); logger.LogDebug(ex, "Details"); }""")]
    public Task Ignores_an_exception_that_is_passed(string clause) => Verify.Ignores(InTry(clause));

    [Theory]
    [InlineData("""catch (Exception ex) { Keep(ex); logger.LogError("Failed"); }""")]
    [InlineData("""catch (Exception ex) { if (ex.InnerException is FormatException inner) logger.LogError(inner, "Bad"); else throw; }""")]
    [InlineData("""catch (Exception ex) { logger.LogError("Failed"); throw new InvalidOperationException("x", ex); }""")]
    [InlineData("""catch (Exception) { logger.LogError("Failed"); throw; }""")]
    public Task Ignores_an_exception_that_is_handled_specially(string clause) => Verify.Ignores(InTry(clause));

    [Theory]
    [InlineData("""catch (FormatException ex) { logger.LogDebug("No number: {M}", ex.Message); }""")]
    [InlineData("""catch (FormatException ex) { logger.LogInformation("No number: {M}", ex.Message); }""")]
    [InlineData("""catch (FormatException ex) { logger.LogWarning("No number: {M}", ex.Message); }""")]
    [InlineData("""catch (FormatException) { logger.LogWarning("No number"); }""")]
    [InlineData("""catch (OperationCanceledException) { logger.LogError("Cancelled"); }""")]
    public Task Ignores_an_expected_exception_that_is_told_in_a_sentence(string clause) => Verify.Ignores(InTry(clause));

    [Fact]
    public Task Ignores_what_is_no_log_of_a_failure() => Verify.Ignores(InTry("""
        catch (Exception ex)
                {
                    Console.WriteLine(ex.Message);
                    Run(() => logger.LogError("later"));
                }
        """));

    private static Task Fixes(string before, string after) => Verify.Fixes(InTry(before), InTry(after));

    private static string InTry(string clause) =>
        $$"""
        class Sample
        {
            static void Keep(Exception error) { }
            static void Run(Action action) { }
            void M(ILogger logger, int id)
            {
                try { Run(() => { }); }
                {{clause}}
            }
        }
        """;
}
