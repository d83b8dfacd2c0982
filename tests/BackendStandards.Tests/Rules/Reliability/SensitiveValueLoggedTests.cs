using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

public partial class SensitiveValueLoggedTests
{
    private static readonly RuleTest<Only<SensitiveValueLogged>> Verify = new(RuleCatalog.SensitiveValueLogged);

    [Fact]
    public Task Reports_with_the_name_of_the_value_and_of_the_writer() => Verify.Reports(
        """
        class Sample(ILogger<Sample> logger)
        {
            void Login(string user, string password) => logger.LogInformation("Login {User} with {Password}", user, {|#0:password|});
        }
        """,
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("password", "LogInformation")));

    [Theory]
    [InlineData("""logger.LogInformation("Login with {P}", [|password|]);""")]
    [InlineData("""logger.LogError(new Exception(), "Login with {P}", [|password|]);""")]
    [InlineData("""logger.Log(LogLevel.Debug, "Login with {P}", [|password|]);""")]
    [InlineData("""logger.LogWarning($"Login with {[|password|]}");""")]
    [InlineData("""logger.LogWarning("Login with " + [|password|] + " today");""")]
    [InlineData("""logger.LogWarning(string.Format("Login with {0}", [|password|]));""")]
    [InlineData("""logger.LogWarning([|password|]);""")]
    [InlineData("""logger.LogWarning("{P}", [|password ?? "none"|]);""")]
    [InlineData("""logger.LogWarning("{P}", [|password.Trim()|]);""")]
    [InlineData("""logger.LogWarning("{P}", [|user?.Password|]);""")]
    [InlineData("""logger.LogWarning("{P}", [|user!.Password|]);""")]
    [InlineData("""logger.LogWarning("{P}", user is null ? "" : user.ApiKey);""", "user is null ? \"\" : user.ApiKey")]
    [InlineData("""LoggerExtensions.LogInformation(logger, "{P}", [|password|]);""")]
    [InlineData("""using var scope = logger.BeginScope("{P}", [|password|]);""")]
    [InlineData("""using var scope = logger.BeginScope(new Dictionary<string, object> { ["p"] = [|password|] });""")]
    [InlineData("""using var scope = logger.BeginScope(new Dictionary<string, object> { { "p", [|password|] } });""")]
    [InlineData("""using var scope = logger.BeginScope(new { Login = [|password|] });""")]
    [InlineData("""using var scope = logger.BeginScope(("p", [|password|]));""")]
    [InlineData("""Serilog.Log.Information("Login with {P}", [|password|]);""")]
    [InlineData("""Serilog.Log.Logger.Warning(new Exception(), "Login with {P} {Q} {R} {S}", 1, 2, 3, [|password|]);""")]
    [InlineData("""Serilog.Log.ForContext("p", [|password|]).Information("Login");""")]
    [InlineData("""NLog.LogManager.GetCurrentClassLogger().Info("Login with {P}", [|password|]);""")]
    [InlineData("""NLog.LogManager.GetCurrentClassLogger().Error(new Exception(), "Login with {P}", [|password|]);""")]
    [InlineData("""Console.WriteLine([|password|]);""")]
    [InlineData("""Console.WriteLine("{0} {1} {2} {3}", 1, 2, 3, [|password|]);""")]
    [InlineData("""Console.Error.WriteLine($"with {[|password|]}");""")]
    [InlineData("""System.Diagnostics.Trace.TraceInformation("with {0}", [|password|]);""")]
    [InlineData("""System.Diagnostics.Debug.WriteLine([|password|]);""")]
    [InlineData("""System.Diagnostics.Debug.WriteLineIf(true, $"{[|password|]}");""")]
    [InlineData("""System.Diagnostics.Activity.Current?.SetTag("p", [|password|]);""")]
    [InlineData("""throw new InvalidOperationException($"No login with {[|password|]}");""")]
    public Task Reports_every_way_to_write(string statement, string? marked = null) => Verify.Reports(InMethod(marked is null ? statement : statement.Replace(marked, $"[|{marked}|]")));

    [Theory]
    [InlineData("userPassword")]
    [InlineData("dbpassword")]
    [InlineData("pwd")]
    [InlineData("newPassphrase")]
    [InlineData("client_secret")]
    [InlineData("secretKey")]
    [InlineData("apiKey")]
    [InlineData("accessKey")]
    [InlineData("privateKey")]
    [InlineData("token")]
    [InlineData("refreshToken")]
    [InlineData("resetToken")]
    [InlineData("confirmationToken")]
    [InlineData("authorization")]
    [InlineData("sessionCookie")]
    [InlineData("connectionString")]
    [InlineData("pin")]
    [InlineData("cvv")]
    [InlineData("passwordConfirmation")]
    [InlineData("password2")]
    public Task Reports_sensitive_names(string name) => Verify.Reports(
        $$"""class Sample { void M(ILogger logger, string {{name}}) => logger.LogInformation("Value: {V}", [|{{name}}|]); }""");

    [Theory]
    [InlineData("""request.Headers.Authorization""")]
    [InlineData("""request.Headers["X-Api-Key"]""")]
    [InlineData("""configuration["Mail:Password"]""")]
    [InlineData("""configuration.GetValue<string>("Mail:Password")""")]
    [InlineData("""configuration.GetConnectionString("Default")""")]
    [InlineData("""Environment.GetEnvironmentVariable("DB_PASSWORD")""")]
    [InlineData("""GenerateToken("admin")""")]
    [InlineData("""await GetResetTokenAsync()""")]
    public Task Reports_look_ups_and_producers(string expression) => Verify.Reports(
        $$"""
        class Sample
        {
            string GenerateToken(string user) => user;
            Task<string> GetResetTokenAsync() => Task.FromResult("");
            async Task M(ILogger logger, HttpRequest request, IConfiguration configuration)
            {
                await Task.Yield();
                logger.LogInformation("Value: {V}", [|{{expression}}|]);
            }
        }
        """);

    [Fact]
    public Task Reports_values_of_marked_members() => Verify.Reports(
        """
        using System.ComponentModel.DataAnnotations;

        class SensitiveAttribute : Attribute;
        class PersonalDataAttribute : Attribute;
        abstract class DataClassificationAttribute : Attribute;
        class PrivateDataAttribute : DataClassificationAttribute;

        class Account
        {
            [Sensitive] public int Number { get; set; }
            [PrivateData] public string Story { get; set; } = "";
            [PersonalData] public string Doctor { get; set; } = "";
            [DataType(DataType.Password)] public string Phrase { get; set; } = "";
        }

        record Entry([Sensitive] string Diagnosis);

        class Sample
        {
            void M(ILogger logger, Account account, Entry entry) =>
                logger.LogInformation("{A} {B} {C} {D} {E}", [|account.Number|], [|account.Story|], [|account.Doctor|], [|account.Phrase|], [|entry.Diagnosis|]);
        }
        """);

    [Fact]
    public Task Reports_values_under_a_sensitive_placeholder() => Verify.Reports(InMethod("""
        logger.LogInformation("Login {User} with {Password}", user?.Id, [|user!.Entered|]);
        System.Diagnostics.Activity.Current?.SetTag("api_key", [|user.Entered|]);
        """));

    [Fact]
    public Task Reports_calls_of_logger_message_methods() => Verify.Reports(
        """
        static partial class Log
        {
            [LoggerMessage(1, LogLevel.Information, "Login {User} with {Password}")]
            public static partial void Login(ILogger logger, string user, string password);
            public static partial void Login(ILogger logger, string user, string password) { }
        }

        class Sample
        {
            private static readonly Action<ILogger, string, Exception?> Entered = LoggerMessage.Define<string>(LogLevel.Information, new EventId(2), "Entered with {Value}");

            void M(ILogger logger, string user, string entered, string token)
            {
                Log.Login(logger, user, [|entered|]);
                Entered(logger, [|token|], null);
            }
        }
        """);

    [Fact]
    public Task Reports_names_that_the_user_adds() => Verify.Reports(
        """class Sample { void M(ILogger logger, string oldAccountNumber) => logger.LogInformation("{V}", [|oldAccountNumber|]); }""",
        test => test.Configure("backend_standards.bst6001.sensitive_names = accountNumber, iban"));

    [Fact]
    public Task Ignores_names_that_the_user_excepts() => Verify.Ignores(
        """class Sample { void M(ILogger logger, string token) => logger.LogInformation("{Token}", token); }""",
        test => test.Configure("backend_standards.bst6001.ignored_names = token"));

    [Fact]
    public Task Ignores_values_that_are_no_text() => Verify.Ignores(
        """
        enum Secret { None }
        class Sample
        {
            void M(ILogger logger, bool password, int pin, DateTime token, Secret secret, CancellationToken cookie) =>
                logger.LogInformation("{Password} {Pin} {Token} {Secret} {Cookie}", password, pin, token, secret, cookie);
        }
        """);
}
