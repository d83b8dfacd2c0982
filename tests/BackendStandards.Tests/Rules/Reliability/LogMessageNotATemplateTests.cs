using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

public class LogMessageNotATemplateTests
{
    private static readonly RuleTest<LogMessageNotATemplate> Verify = new(RuleCatalog.LogMessageNotATemplate);

    [Fact]
    public Task Reports_at_the_message_with_the_name_of_the_method() => Verify.Reports(
        """class Sample(ILogger<Sample> logger) { void M(int id) => logger.LogInformation({|#0:$"Order {id}"|}); }""",
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("LogInformation")));

    [Theory]
    [InlineData("""logger.LogInformation([|$"User {user}"|]);""")]
    [InlineData("""logger.LogInformation([|"User " + user|]);""")]
    [InlineData("""var text = $"User {user}"; logger.LogInformation([|text|]);""")]
    [InlineData("""var text = "User " + user; if (id > 0) logger.LogWarning([|text|]);""")]
    [InlineData("""logger.LogInformation([|string.Format("User {0}", user)|]);""")]
    [InlineData("""logger.LogInformation([|string.Concat("User ", user)|]);""")]
    [InlineData("""logger.LogError(new Exception(), [|$"User {user}"|]);""")]
    [InlineData("""logger.LogError(new EventId(1), new Exception(), [|$"User {user}"|]);""")]
    [InlineData("""logger.Log(LogLevel.Warning, [|$"User {user}"|]);""")]
    [InlineData("""logger.LogInformation([|$"User {user} did {{Action}}"|], id);""")]
    [InlineData("""logger?.LogInformation([|$"User {user}"|]);""")]
    [InlineData("""LoggerExtensions.LogInformation(logger, [|$"User {user}"|]);""")]
    [InlineData("""Serilog.Log.Information([|$"User {user}"|]);""")]
    [InlineData("""Serilog.Log.Logger.Error(new Exception(), [|"User " + user|]);""")]
    [InlineData("""NLog.LogManager.GetCurrentClassLogger().Info([|$"User {user}"|]);""")]
    [InlineData("""NLog.LogManager.GetCurrentClassLogger().Error(new Exception(), [|$"User {user}"|]);""")]
    [InlineData("""log4net.LogManager.GetLogger("x").Info([|$"User {user}"|]);""")]
    [InlineData("""logger.Audit([|$"User {user}"|]);""")]
    [InlineData("""Journal.Write([|"User " + user|]);""")]
    public Task Reports_texts_that_are_put_together(string statement) => Verify.Reports(InMethod(statement));

    [Theory]
    [InlineData("""logger.LogInformation("User {User}", user);""")]
    [InlineData("""logger.LogInformation($"User {Constant}");""")]
    [InlineData("""logger.LogInformation("User " + Constant + " came");""")]
    [InlineData("""logger.LogInformation(Constant);""")]
    public Task Ignores_constants_and_constant_interpolation(string statement) => Verify.Ignores(InMethod(statement));

    [Fact]
    public Task Ignores_constants_that_are_no_compile_time_text() => Verify.Ignores(InMethod("""logger.LogInformation($"At most {Limit} of {Prefix}" + Environment.NewLine);"""));

    [Fact]
    public Task Ignores_nameof() => Verify.Ignores(InMethod("""logger.LogInformation($"{nameof(user)} is missing in " + nameof(Sample));"""));

    [Fact]
    public Task Ignores_resources_and_localizers() => Verify.Ignores(InMethod("""
        logger.LogInformation(Texts.Greeting, user);
        logger.LogInformation(string.Format(Texts.Greeting, user));
        logger.LogInformation(localizer["Greeting"]);
        logger.LogInformation(localizer["Greeting", user].Value);
        """));

    [Fact]
    public Task Ignores_a_choice_between_texts() => Verify.Ignores(InMethod("""
        logger.LogInformation(user ?? "nobody");
        logger.LogInformation(id > 0 ? "known" : "unknown");
        """));

    [Fact]
    public Task Ignores_a_message_that_a_wrapper_forwards() => Verify.Ignores(
        """
        class Wrapper(ILogger logger)
        {
            void Info(string message) => logger.LogInformation(message);
            void Info(string message, params object[] args) => logger.LogInformation("[shop] " + message, args);
            void Two(string message, int a, int b) => logger.LogInformation("[shop] " + message, a, b);
        }
        """);

    [Fact]
    public Task Ignores_values_of_generated_methods_and_what_is_no_message() => Verify.Ignores(
        """
        static partial class Log
        {
            [LoggerMessage(1, LogLevel.Information, "Login {User}")]
            public static partial void Login(ILogger logger, string user);
            public static partial void Login(ILogger logger, string user) { }
        }
        class Sample
        {
            void M(ILogger logger, string user)
            {
                Log.Login(logger, $"{user} of the shop");
                logger.LogInformation("User {User}", $"{user} of the shop");
                Console.WriteLine($"User {user}");
                logger.Note($"User {user}");
            }
        }
        static class Notes
        {
            public static void Note(this ILogger logger, string text) { }
        }
        """);

    [Fact]
    public Task Ignores_log4net_with_an_exception() => Verify.Ignores(InMethod("""log4net.LogManager.GetLogger("x").Error($"User {user}", new Exception());"""));

    [Fact]
    public Task Ignores_handlers_of_interpolation() => Verify.Ignores(
        """
        using System.Runtime.CompilerServices;
        [InterpolatedStringHandler]
        ref struct Handler(int literals, int holes)
        {
            public void AppendLiteral(string text) { }
            public void AppendFormatted<T>(T value) { }
        }
        static class Structured { public static void LogInformation(this ILogger logger, ref Handler message) { } }
        class Sample { void M(ILogger logger, int id) => logger.LogInformation($"Order {id}"); }
        """);

    [Fact]
    public Task Survives_half_typed_calls() => Verify.Ignores(
        """
        class Sample
        {
            void M(ILogger logger)
            {
                logger.LogInformation($"{);
                logger.LogInformation("a" + );
                logger.LogInformation(string.Format());
            }
        }
        """,
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static string InMethod(string body) =>
        $$"""
        using System.Diagnostics.CodeAnalysis;
        using System.Resources;
        using Microsoft.Extensions.Localization;
        static class Texts
        {
            public static ResourceManager ResourceManager => throw new NotImplementedException();
            public static string Greeting => ResourceManager.GetString("Greeting")!;
        }
        static class Journal
        {
            public static void Audit(this ILogger logger, string message, params object?[] args) => logger.LogInformation(message, args);
            public static void Write([StringSyntax("LogTemplate")] string template) { }
        }
        class Sample
        {
            private const string Constant = "admin";
            private const int Limit = 5;
            private static readonly string Prefix = "shop";
            void M(ILogger logger, IStringLocalizer localizer, string user, int id)
            {
                {{body}}
            }
        }
        """;
}
