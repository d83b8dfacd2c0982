using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.CodeFixes.Rules.Reliability;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

public class SensitiveValueLoggedFixTests
{
    private const int Remove = 0;
    private static readonly FixTest<Only<SensitiveValueLogged>, SensitiveValueLoggedFix> Verify = new(RuleCatalog.SensitiveValueLogged);

    [Fact]
    public Task Takes_values_out_of_all_messages() => Verify.FixesAll(
        """
        class Sample
        {
            void M(ILogger logger, string user, string password, string token)
            {
                // Logins are counted here.
                logger.LogInformation("Login {User} with {Password} and token {Token}", user, [|password|], [|token|]); // one a login
                logger.LogInformation(
                    "Login {User} with {Password} from {Address}",
                    user,
                    [|password|],
                    "127.0.0.1");
                logger.LogInformation($"Login {user} with {[|password|]}, token {[|token|]}");
                logger.LogInformation("Login " + user + " with " + [|password|] + ".");
                throw new InvalidOperationException($"Login of {user} failed (password '{[|password|]}')");
            }
        }
        """,
        """
        class Sample
        {
            void M(ILogger logger, string user, string password, string token)
            {
                // Logins are counted here.
                logger.LogInformation("Login {User}", user); // one a login
                logger.LogInformation(
                    "Login {User} from {Address}",
                    user,
                    "127.0.0.1");
                logger.LogInformation($"Login {user}");
                logger.LogInformation("Login " + user + ".");
                throw new InvalidOperationException($"Login of {user} failed");
            }
        }
        """);

    [Theory]
    [InlineData("Login {User} with {Password}", "Login {User}")]
    [InlineData("Login {User} with password {Password}", "Login {User}")]
    [InlineData("Login {User}, password: {Password}", "Login {User}")]
    [InlineData("user={User} password={Password}", "user={User}")]
    [InlineData("Generated for {User}: {Password}", "Generated for {User}")]
    [InlineData("Sent {User} the password {Password}", "Sent {User} the password")]
    [InlineData("Calling {User} (password: {Password})", "Calling {User}")]
    [InlineData("Calling {User} (password: {Password}) twice", "Calling {User} twice")]
    [InlineData("User {User} said '{Password}'.", "User {User} said.")]
    [InlineData("{User}:{Password}", "{User}")]
    [InlineData("Calling {User} with password \\\"{Password}\\\"", "Calling {User}")]
    [InlineData("Calling {User}. My password is {Password}. Done", "Calling {User}. Done")]
    [InlineData("{User}\\n{Password}\\nEnd", "{User}\\n\\nEnd")]
    public Task Leaves_a_sentence_after_another_value(string before, string after) => Fixes(
        $"""logger.LogInformation("{before}", user, [|password|]);""", $"""logger.LogInformation("{after}", user);""");

    [Theory]
    [InlineData("Password: {Password}, user: {User}", "user: {User}")]
    [InlineData("Password reset to {Password} by {User}", "Password reset by {User}")]
    [InlineData("Generated password {Password} for {User}", "Generated password for {User}")]
    [InlineData("{Password} for {User}", "for {User}")]
    public Task Leaves_a_sentence_before_another_value(string before, string after) => Fixes(
        $"""logger.LogInformation("{before}", [|password|], user);""", $"""logger.LogInformation("{after}", user);""");

    [Theory]
    [InlineData("""Console.WriteLine("{0} {1} {2}", user, [|password|], 1);""", """Console.WriteLine("{0} {1}", user, 1);""")]
    [InlineData("""Console.WriteLine(string.Format("Login {0} with {1}", user, [|password|]));""", """Console.WriteLine(string.Format("Login {0}", user));""")]
    [InlineData(""""logger.LogInformation("""Login "now" {User} with {Password}""", user, [|password|]);"""", """"logger.LogInformation("""Login "now" {User}""", user);"""")]
    [InlineData("""logger.LogInformation(@"C:\{User} with {Password}", user, [|password|]);""", """logger.LogInformation(@"C:\{User}", user);""")]
    [InlineData("""logger.LogInformation($"Using {[|password|]:D} today");""", """logger.LogInformation("Using today");""")]
    [InlineData("""Serilog.Log.Warning("Login {User} with {Password}", user, [|password|]);""", """Serilog.Log.Warning("Login {User}", user);""")]
    [InlineData("""NLog.LogManager.GetCurrentClassLogger().Warn("Login {User} with {Password}", user, [|password|]);""", """NLog.LogManager.GetCurrentClassLogger().Warn("Login {User}", user);""")]
    public Task Takes_values_out_of_every_kind_of_text(string before, string after) => Fixes(before, after);

    [Theory]
    [InlineData("""logger.LogInformation("{Password}", [|password|]);""", """logger.LogInformation("{Password}", "***");""")]
    [InlineData("""logger.LogInformation([|password|]);""", """logger.LogInformation("***");""")]
    [InlineData("""logger.LogInformation($"{[|password|]}");""", """logger.LogInformation($"***");""")]
    [InlineData("""logger.LogInformation("a" + [|password|] + user);""", """logger.LogInformation("a" + "***" + user);""")]
    [InlineData("""System.Diagnostics.Activity.Current?.SetTag("password", [|password|]);""", """System.Diagnostics.Activity.Current?.SetTag("password", "***");""")]
    [InlineData("""using var scope = logger.BeginScope(new Dictionary<string, object> { ["p"] = [|password|]! });""", """using var scope = logger.BeginScope(new Dictionary<string, object> { ["p"] = "***" });""")]
    [InlineData("""using var scope = logger.BeginScope(new Dictionary<string, object> { ["p"] = [|password|] });""", """using var scope = logger.BeginScope(new Dictionary<string, object> { ["p"] = "***" });""")]
    public Task Writes_a_mask_where_nothing_would_be_left(string before, string after) => Fixes(before, after);

    [Fact]
    public Task Masks_what_is_passed_to_a_logger_message_method() => Verify.FixesAll(
        """
        static partial class Log
        {
            [LoggerMessage(1, LogLevel.Information, "Login {User} with {Password}")]
            public static partial void Login(ILogger logger, string user, string password);
            public static partial void Login(ILogger logger, string user, string password) { }
        }
        class Sample { void M(ILogger logger, string password) => Log.Login(logger, "admin", [|password|]); }
        """,
        """
        static partial class Log
        {
            [LoggerMessage(1, LogLevel.Information, "Login {User} with {Password}")]
            public static partial void Login(ILogger logger, string user, string password);
            public static partial void Login(ILogger logger, string user, string password) { }
        }
        class Sample { void M(ILogger logger, string password) => Log.Login(logger, "admin", "***"); }
        """);

    [Fact]
    public Task Masks_with_the_method_at_hand() => Verify.FixesAll(
        """
        class Sample
        {
            private static string Mask(string value) => new('*', value.Length);
            void M(ILogger logger, string password, string token) => logger.LogInformation($"Login with {[|password|]} and {[|token|]}");
        }
        """,
        """
        class Sample
        {
            private static string Mask(string value) => new('*', value.Length);
            void M(ILogger logger, string password, string token) => logger.LogInformation($"Login with {Mask(password)} and {Mask(token)}");
        }
        """,
        test => test.CodeActionIndex = Remove + 1);

    [Fact]
    public Task Offers_nothing_where_a_text_does_not_fit() => Verify.OffersNoFix(
        """
        class SensitiveAttribute : Attribute;
        class Account { [Sensitive] public int Number { get; set; } }
        static partial class Log
        {
            [LoggerMessage(1, LogLevel.Information, "Opened {Number}")]
            public static partial void Opened(ILogger logger, int number);
            public static partial void Opened(ILogger logger, int number) { }
        }
        class Sample { void M(ILogger logger, Account account) => Log.Opened(logger, [|account.Number|]); }
        """);

    [Fact]
    public Task Offers_nothing_where_the_value_names_a_member() => Verify.OffersNoFix(InMethod("""using var scope = logger.BeginScope(new { [|password|] });"""));

    private static Task Fixes(string before, string after) => Verify.Fixes(InMethod(before), InMethod(after));

    private static string InMethod(string body) =>
        $$"""
        class Sample
        {
            void M(ILogger logger, string user, string password)
            {
                {{body}}
            }
        }
        """;
}
