using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Rules.Secrets;

public class HardcodedCredentialTests
{
    // Drawn at random for these tests.
    private const string Password = "kV7!mQz2Xw";
    private const string Token = "q8Zt3LmX0vBn5KcR7yWd2HjPf4";
    private static readonly RuleTest<Only<HardcodedCredential>> Verify = new(RuleCatalog.HardcodedCredential);

    [Fact]
    public Task Reports_the_kind_and_the_name() => Verify.Reports(
        $$"""
        class Sample
        {
            private const string WarehousePassword = {|#0:"{{Password}}"|};
            private readonly string _shippingApiKey = {|#1:"{{Token}}"|};
        }
        """,
        test => test.ExpectedDiagnostics.AddRange(
        [
            Verify.Expected.WithLocation(0).WithArguments("Password", "WarehousePassword"),
            Verify.Expected.WithLocation(1).WithArguments("API key", "_shippingApiKey"),
        ]));

    [Fact]
    public async Task Names_no_part_of_the_value()
    {
        var tree = CSharpSyntaxTree.ParseText($$"""class Sample { private const string Password = "{{Password}}"; private const string ApiKey = "{{Token}}"; }""");
        var compilation = CSharpCompilation.Create("Sample", [tree], References.Net, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var findings = await compilation.WithAnalyzers([new Only<HardcodedCredential>()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(2, findings.Length);
        foreach (var finding in findings)
        {
            var said = finding.GetMessage() + string.Concat(finding.Properties.Values);
            Assert.DoesNotContain(Password, said);
            Assert.DoesNotContain(Token, said);
            Assert.DoesNotContain(Token[..6], said);
        }
    }

    [Theory]
    [InlineData("""var password = [|"$"|];""")]
    [InlineData("""string dbPassword; dbPassword = [|"$"|];""")]
    [InlineData("""settings.Password = [|"$"|];""")]
    [InlineData("""settings.Password ??= [|"$"|];""")]
    [InlineData("""settings = new Settings { Password = [|"$"|] };""")]
    [InlineData("""settings.Password = configuration["Mail:Password"] ?? [|"$"|];""")]
    [InlineData("""var fallback = configuration["Mail:Password"] ?? [|"$"|];""")]
    [InlineData("""var fallback = Environment.GetEnvironmentVariable("DB_PASSWORD") ?? [|"$"|];""")]
    [InlineData("""settings.Password = configuration is null ? null : [|"$"|];""")]
    [InlineData("""var credential = new System.Net.NetworkCredential("user", [|"$"|]);""")]
    [InlineData("""if (settings.Password == [|"$"|]) return;""")]
    [InlineData("""if ([|"$"|] != settings.Password) return;""")]
    [InlineData("""if (settings.Password is [|"$"|]) return;""")]
    [InlineData("""if (settings.Password is null or [|"$"|]) return;""")]
    [InlineData("""if (settings.Password is not [|"$"|]) return;""")]
    [InlineData("""if (string.Equals(settings.Password, [|"$"|], StringComparison.Ordinal)) return;""")]
    [InlineData("""if (settings.Password!.Equals([|"$"|])) return;""")]
    [InlineData("""var known = settings.Password switch { [|"$"|] => true, _ => false };""")]
    [InlineData("""switch (settings.Password) { case [|"$"|]: return; }""")]
    [InlineData("""Environment.SetEnvironmentVariable("SMTP_PASSWORD", [|"$"|]);""")]
    [InlineData("""var entry = new Dictionary<string, string> { ["smtp_password"] = [|"$"|] };""")]
    [InlineData("""var entry = new Dictionary<string, string> { { "password", [|"$"|] } };""")]
    [InlineData("""var entry = new KeyValuePair<string, string>("password", [|"$"|]);""")]
    [InlineData("""configuration["Mail:Password"] = [|"$"|];""")]
    [InlineData("""Connect("host", password: [|"$"|]);""")]
    [InlineData("""Connect("host", [|"$" + "$"|]);""")]
    [InlineData("""var login = new { password = [|"$"|] };""")]
    [InlineData("""var login = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { Password = [|"$"|] };""")]
    [InlineData("""var login = new Npgsql.NpgsqlConnectionStringBuilder { Password = [|"$"|] };""")]
    public Task Reports_passwords_in_every_use(string statement) => Verify.Reports(InMethod(statement.Replace("$", Password)));

    [Theory]
    [InlineData("""var credential = new Azure.Identity.ClientSecretCredential("t", "c", [|"$"|]);""")]
    [InlineData("""var credential = new Azure.AzureKeyCredential([|"$"|]);""")]
    [InlineData("""client.DefaultRequestHeaders.Add("X-Api-Key", [|"$"|]);""")]
    [InlineData("""client.DefaultRequestHeaders.Add("Authorization", [|"Bearer $"|]);""")]
    [InlineData("""client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", [|"$"|]);""")]
    [InlineData("""var accessToken = [|"$"|];""")]
    [InlineData("""var clientSecret = [|"$"|];""")]
    [InlineData("""var client_secret = [|"$"|];""")]
    [InlineData("""var sasToken = [|"$"|];""")]
    [InlineData("""var jwtKey = [|"$"|];""")]
    [InlineData("""var API_KEY_PROD = [|"$"|];""")]
    public Task Reports_tokens_and_keys(string statement) => Verify.Reports(InMethod(statement.Replace("$", Token)));

    [Theory]
    [InlineData("9f86d081884c7d659a2feaa0")]
    [InlineData("3cbcc14740c141ab96ba9ce695300cf3")]
    [InlineData("k3v9x2m7q1w8z5b4n6")]
    [InlineData("7NI1mWc5p9qv0L42TuMuRSfGneCvklRBtJo6gFhkxeA=")]
    public Task Reports_keys_of_every_alphabet(string value) => Verify.Reports($$"""class Sample { const string ApiKey = [|"{{value}}"|]; }""");

    [Fact]
    public Task Reports_a_local_of_another_name_that_is_used_as_a_credential() => Verify.Reports(InMethod(
        $$"""
        var value = [|"{{Password}}"|];
        var other = "{{Password}}";
        var credential = new System.Net.NetworkCredential(other, value);
        """));

    [Fact]
    public Task Reports_what_members_return_and_take_by_default() => Verify.Reports(
        $$"""
        class Sample
        {
            private static readonly string s_password = [|"{{Password}}"|];
            public string Password { get; set; } = [|"{{Password}}"|];
            public string ApiKey => [|"{{Token}}"|];
            public string GetApiKey() => [|"{{Token}}"|];
            public void Connect(string password = [|"{{Password}}"|]) { }
        }
        """);

    [Fact]
    public Task Reports_in_test_projects_as_a_suggestion() => Verify.Reports(
        $$"""class Sample { const string ApiKey = {|#0:"{{Token}}"|}; }""",
        test =>
        {
            test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
            test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("API key", "ApiKey").WithSeverity(DiagnosticSeverity.Info));
        });

    [Fact]
    public Task Reports_in_projects_that_say_they_test_as_a_suggestion() => Verify.Reports(
        $$"""class Sample { const string ApiKey = {|#0:"{{Token}}"|}; }""",
        test =>
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n"));
            test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("API key", "ApiKey").WithSeverity(DiagnosticSeverity.Info));
        });

    [Fact]
    public Task Reports_a_guid_as_a_suggestion() => Verify.Reports(
        """class Sample { const string ApiKey = {|#0:"0b6f9a52-7c1d-4e83-a5f4-d2c98e3b7160"|}; }""",
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("API key", "ApiKey").WithSeverity(DiagnosticSeverity.Info)));

    [Theory]
    [InlineData("Jwt:Key2")]
    [InlineData("ConnectionStrings:Shop1")]
    [InlineData("Smtp__Credential__1")]
    public Task Ignores_configuration_keys(string value) => Verify.Ignores($$"""class Sample { const string JwtKey = "{{value}}"; const string Password = "{{value}}"; }""");

    [Theory]
    [InlineData("PASSWORD", "Password")]
    [InlineData("PasswordField", "password")]
    [InlineData("Password", "user_password_1")]
    [InlineData("Password", "MyPassword123")]
    [InlineData("ApiKey", "X-Api-Key-V2-2024")]
    [InlineData("AccessToken", "access_token")]
    [InlineData("Secret", "my-secret-0123-4567")]
    public Task Ignores_the_same_word_in_value_and_name(string name, string value) => Verify.Ignores($$"""class Sample { const string {{name}} = "{{value}}"; }""");

    [Theory]
    [InlineData("PasswordLabel", "Choose a password")]
    [InlineData("Password", "At least 12 characters")]
    [InlineData("ForgotPassword", "Reset it here, 24/7")]
    public Task Ignores_labels(string name, string value) => Verify.Ignores($$"""class Sample { const string {{name}} = "{{value}}"; }""");

    [Theory]
    [InlineData("TokenUrl")]
    [InlineData("TokenType")]
    [InlineData("TokenName")]
    [InlineData("SecretName")]
    [InlineData("ApiKeyHeader")]
    [InlineData("PasswordPolicy")]
    [InlineData("PasswordRegex")]
    [InlineData("PasswordQuestion")]
    [InlineData("PasswordHash")]
    [InlineData("SecretId")]
    [InlineData("PublicKeyToken")]
    [InlineData("InstrumentationKey")]
    [InlineData("Keyboard")]
    [InlineData("UltraPictureBox1Name")]
    [InlineData("CsrfToken")]
    [InlineData("ContinuationToken")]
    [InlineData("HashedPassword")]
    [InlineData("PublishableApiKey")]
    [InlineData("PrimaryKey")]
    [InlineData("CacheKey")]
    public Task Ignores_names_that_only_look_like_a_credential(string name) => Verify.Ignores($$"""class Sample { const string {{name}} = "{{Token}}"; }""");

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("changeme")]
    [InlineData("CHANGE-ME-123!")]
    [InlineData("your-password-1!")]
    [InlineData("<password-1>")]
    [InlineData("{{DB_PWD_1}}")]
    [InlineData("${DB_PWD_1}")]
    [InlineData("#{Db.Pwd.1}#")]
    [InlineData("__DB_PWD_1__")]
    [InlineData("%DB_PWD_1%")]
    [InlineData("xxxxxxxx1")]
    [InlineData("********")]
    [InlineData("REPLACE_WITH_REAL_1")]
    [InlineData("INSERT HERE 1")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://v.invalid/1)")]
    [InlineData("redacted")]
    [InlineData("12345678")]
    [InlineData("aaaaaaa1")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==")]
    [InlineData("$2a$11$C6UzMDM.H6dfI/f/IKcEeO7eDGm1ZtJq6cV2n0sWb3xYk5pQwErTy")]
    [InlineData("AQAAAAIAAYagAAAAEKz5Qm7Yw2Vx8Tn4Rb1Lp9Jd3Hf6Gs0Xc")]
    [InlineData("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE7Yw2Vx8Tn4Rb1Lp9Jd3Hf6Gs0Xc")]
    [InlineData("user {0} of {1}")]
    [InlineData("order-{0}-2")]
    [InlineData("/account/reset2")]
    [InlineData("https://accounts.invalid/reset2")]
    [InlineData("application/json")]
    [InlineData("System.String")]
    public Task Ignores_placeholders_and_other_texts(string value) => Verify.Ignores($$"""class Sample { const string Password = "{{value}}"; const string ApiKey = "{{value}}"; }""");

    [Theory]
    [InlineData("urn:ietf:params:oauth:token-type:jwt2")]
    [InlineData("OAuth2BearerHandlerV2")]
    [InlineData("hmac-with-sha256-and-more")]
    [InlineData("http.request.header.v2")]
    [InlineData("shop.orders.v1.created2")]
    public Task Ignores_readable_values_of_machine_made_secrets(string value) => Verify.Ignores($$"""class Sample { const string Credential = "{{value}}"; const string ApiToken = "{{value}}"; }""");

    [Fact]
    public Task Ignores_attributes_and_look_ups() => Verify.Ignores(
        $$"""
        class LoginAttribute(string password) : Attribute { public string? Password { get; set; } = password; }
        class Sample
        {
            [Login("{{Password}}", Password = "{{Password}}")]
            void M(IConfiguration configuration, Dictionary<string, string> tokens, string password)
            {
                var apiKey = configuration["{{Token}}"];
                var token = tokens["{{Token}}"];
                if (password.Length > 3) Console.WriteLine("{{Token}}");
            }
        }
        """);

    [Fact]
    public Task Ignores_fallbacks_of_other_settings() => Verify.Ignores(InMethod(
        $$"""
        var host = configuration["Mail:Host"] ?? "{{Password}}";
        var place = Environment.GetEnvironmentVariable("SECRET_NAME") ?? "{{Password}}";
        """));

    [Fact]
    public Task Says_what_a_credential_is_given_to() => Verify.Reports(
        InMethod($$"""client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", {|#0:"{{Token}}"|});"""),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("Token given to", "AuthenticationHeaderValue")));

    [Fact]
    public Task Ignores_names_and_values_that_the_user_allows() => Verify.Ignores(
        $$"""class Sample { const string DemoApiKey = "{{Token}}"; const string ApiKey = "sandbox-{{Token}}"; }""",
        test => test.Configure("backend_standards.secrets.allowed_name_words = demo", "backend_standards.secrets.allowed_values_regex = ^sandbox-"));

    [Fact]
    public Task Ignores_generated_code() => Verify.Ignores($$"""
        // <auto-generated/>
        class Sample { const string ApiKey = "{{Token}}"; }
        """);

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(
        $$"""
        class Sample
        {
            const string Password = ;
            void M() { Missing("{{Token}}"); var password = ; password == "; new Unknown { Password = 
        """,
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static string InMethod(string body) =>
        $$"""
        class Settings { public string? Password { get; set; } }
        class Sample
        {
            void Connect(string host, string password) { }
            void M(Settings settings, IConfiguration configuration, HttpClient client)
            {
                {{body}}
            }
        }
        """;
}
