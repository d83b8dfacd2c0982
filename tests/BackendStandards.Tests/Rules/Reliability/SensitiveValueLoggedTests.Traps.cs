namespace BackendStandards.Tests.Rules.Reliability;

public partial class SensitiveValueLoggedTests
{
    [Theory]
    [InlineData("tokenId")]
    [InlineData("passwordHash")]
    [InlineData("passwordLength")]
    [InlineData("tokenCount")]
    [InlineData("tokenType")]
    [InlineData("secretName")]
    [InlineData("passwordExpiry")]
    [InlineData("passwordPolicy")]
    [InlineData("passwordQuestion")]
    [InlineData("tokenFormat")]
    [InlineData("passwordEnabled")]
    [InlineData("tokenUrl")]
    [InlineData("cancellationToken")]
    [InlineData("continuationToken")]
    [InlineData("nextPageToken")]
    [InlineData("syntaxToken")]
    [InlineData("csrfToken")]
    [InlineData("hashedPassword")]
    [InlineData("maskedToken")]
    [InlineData("truncatedSecret")]
    [InlineData("keyboard")]
    [InlineData("tokens")]
    [InlineData("spinner")]
    [InlineData("email")]
    public Task Ignores_names_that_only_look_sensitive(string name) => Verify.Ignores(
        $$"""class Sample { void M(ILogger logger, string {{name}}) => logger.LogInformation("{Token} {Password}", {{name}}, {{name}}.Length); }"""
            .Replace("{Token} {Password}", SaysMoreThanItsName(name) ? "{Token} {Password}" : "{A} {B}"));

    [Fact]
    public Task Ignores_nameof() => Verify.Ignores(InMethod("""
        logger.LogInformation("{Argument} is missing", nameof(password));
        throw new ArgumentException($"{nameof(password)} is missing", nameof(password));
        """));

    [Fact]
    public Task Ignores_values_through_a_mask_or_hash() => Verify.Ignores(
        """
        static class Redactor { public static string Clean(string value) => "***"; }
        class Sample
        {
            static string Mask(string value) => "***";
            static string HashToken(string value) => "***";
            void M(ILogger logger, string password, string token)
            {
                logger.LogInformation("{Password} {Token}", Mask(password), HashToken(token));
                logger.LogInformation($"with {Mask(password)} and {Redactor.Clean(token)}");
                logger.LogInformation("Token is {Token}", string.IsNullOrEmpty(token) ? "missing" : "present");
            }
        }
        """);

    [Fact]
    public Task Ignores_constant_text() => Verify.Ignores(
        """
        class Sample
        {
            private const string Password = "Password";
            void M(ILogger logger)
            {
                logger.LogInformation("The password and the token were changed");
                logger.LogInformation("{Password}", "***");
                logger.LogInformation(Password);
                logger.LogInformation($"No {Password} given");
            }
        }
        """);

    [Fact]
    public Task Ignores_personal_data_of_the_frameworks_own_user() => Verify.Ignores(
        """
        using Microsoft.AspNetCore.Identity;
        class Sample { void M(ILogger logger, IdentityUser user) => logger.LogInformation("{User} {Email}", user.UserName, user.Email); }
        """);

    [Fact]
    public Task Ignores_calls_that_write_no_log() => Verify.Ignores(
        """
        class Sample
        {
            string M(string password, StringWriter writer)
            {
                writer.WriteLine(password);
                return string.Format("{0}", password) + $"{password}";
            }
        }
        """);

    [Fact]
    public Task Ignores_the_tokens_of_a_parser() => Verify.Ignores(
        """class ExpressionParser { void M(string token) => throw new FormatException($"Unexpected token '{token}'"); }""");

    [Fact]
    public Task Ignores_a_message_that_is_only_forwarded() => Verify.Ignores(
        """class Sample { void Info(ILogger logger, string message, params object[] args) => logger.LogInformation(message, args); }""");

    [Fact]
    public Task Survives_half_typed_calls() => Verify.Ignores(
        """
        class Sample
        {
            void M(ILogger logger, string password)
            {
                logger.LogInformation("{Password}", );
                logger.LogInformation(;
                Console.WriteLine("{0", 1);
                throw new Exception(
            }
        }
        """,
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static bool SaysMoreThanItsName(string name) => name is not ("keyboard" or "tokens" or "spinner" or "email");

    private static string InMethod(string body) =>
        $$"""
        class User
        {
            public string? Id { get; set; }
            public string? Password { get; set; }
            public string? ApiKey { get; set; }
            public string? Entered { get; set; }
        }

        class Sample
        {
            void M(ILogger logger, string password, User? user)
            {
                {{body}}
            }
        }
        """;

    [Fact]
    public Task Reports_a_connection_string_with_a_password_and_ignores_the_path_of_a_database_file() => Verify.Reports(
        """
        using Microsoft.Data.Sqlite;
        class Sample(ILogger logger)
        {
            void A(string path)
            {
                var builder = new SqliteConnectionStringBuilder { DataSource = path };
                var connectionString = builder.ToString();
                logger.LogInformation("Opens {ConnectionString}", connectionString);
            }
            void B(string path, string password)
            {
                var builder = new SqliteConnectionStringBuilder { DataSource = path, Password = password };
                var connectionString = builder.ToString();
                logger.LogInformation("Opens {ConnectionString}", [|connectionString|]);
            }
        }
        """);
}
