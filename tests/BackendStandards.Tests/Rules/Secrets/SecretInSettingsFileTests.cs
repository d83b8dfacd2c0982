using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Rules.Secrets;

public class SecretInSettingsFileTests
{
    // Drawn at random for these tests.
    private const string Password = "kV7!mQz2Xw";
    private const string Key = "q8Zt3LmX0vBn5KcR7yWd2HjPf4";
    private static readonly RuleTest<SecretInSettingsFile> Verify = new(RuleCatalog.SecretInSettingsFile);

    [Fact]
    public Task Reports_the_kind_and_the_path_at_the_value() => Verify.Ignores("class Sample;", test =>
    {
        test.TestState.AdditionalFiles.Add(("/appsettings.json", $$"""
            {
              "Smtp": { "Host": "mail.internal", "Password": {|#0:"{{Password}}"|} }
            }
            """));
        Mark(test);
        test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("Password", "Smtp:Password"));
    });

    [Theory]
    [InlineData("Smtp:Password", Password)]
    [InlineData("ConnectionStrings:Default", "Server=db.shop.internal;User Id=shop;Password=" + Password)]
    [InlineData("ConnectionStrings:Queue", "amqp://shop:kV7mQz2Xw@queue.shop.internal")]
    [InlineData("Jwt:SigningKey", Key)]
    [InlineData("Jwt:Key", Key)]
    [InlineData("Jwt:Secret", Key)]
    [InlineData("Stripe:ApiKey", Key)]
    [InlineData("AzureAd:ClientSecret", Key)]
    [InlineData("Keys:ApiKeys:0:ApiKey", Key)]
    [InlineData("SMTP_PASSWORD", Password)]
    public async Task Reports_secrets_by_name_and_in_connection_strings(string path, string value)
    {
        foreach (var file in new[] { "appsettings.json", "appsettings.Production.json" })
        {
            var finding = Assert.Single(await FindingsAsync(file, Nested(path, value)));
            Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
            Assert.DoesNotContain(value[..6], finding.GetMessage().Replace(path, ""));
        }
        Assert.Empty(await FindingsAsync("appsettings.Development.json", Nested(path, value)));
    }

    [Fact]
    public async Task Reports_what_issuers_give_out_everywhere_and_more_mildly_in_files_for_development()
    {
        var text = Nested("GitHub:Anything", Tokens.Checked("ghp_"));
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await FindingsAsync("appsettings.json", text)).Severity);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await FindingsAsync("appsettings.Development.json", text)).Severity);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await FindingsAsync("Properties/launchSettings.json", text)).Severity);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await FindingsAsync("docker-compose.yml", $"environment:\n  - TOKEN={Tokens.Checked("ghp_")}\n")).Severity);
    }

    [Fact]
    public async Task Reports_in_every_kind_of_file()
    {
        Assert.Single(await FindingsAsync("web.config", $"""<configuration><appSettings><add key="SmtpPassword" value="{Password}"/></appSettings></configuration>"""));
        Assert.Single(await FindingsAsync("web.config", $"""<add name="Orders" connectionString="Server=db.shop.internal;User Id=shop;Password={Password}"/>"""));
        Assert.Single(await FindingsAsync("web.config", """<machineKey decryptionKey="3cbcc14740c141ab96ba9ce695300cf3" validation="SHA1"/>"""));
        Assert.Single(await FindingsAsync("nuget.config", $"""<packageSourceCredentials><Feed><add key="Username" value="build"/><add key="ClearTextPassword" value="{Password}"/></Feed></packageSourceCredentials>"""));
        Assert.Single(await FindingsAsync(".env", $"DB_HOST=db\nDB_PASSWORD={Password}\n"));
    }

    [Theory]
    [InlineData("Service:ApiKey", "SECRET")]
    [InlineData("Db:Password", "")]
    [InlineData("Db:Password", "${DB_PASSWORD}")]
    [InlineData("Db:Password", "#{Db.Password}#")]
    [InlineData("Db:Password", "__DB_PASSWORD__")]
    [InlineData("Db:Password", "<set in user secrets>")]
    [InlineData("Db:Password", "changeme")]
    [InlineData("Db:Password", "@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/db)")]
    [InlineData("Storage:AccountKey", "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==")]
    [InlineData("ConnectionStrings:Storage", "UseDevelopmentStorage=true")]
    [InlineData("ConnectionStrings:Default", "Server=db.shop.internal;Integrated Security=true")]
    [InlineData("ConnectionStrings:Default", "Server=db.shop.internal;User Id=shop;Password={password}")]
    [InlineData("Auth:TokenUrl", "https://login.internal/oauth2/v2.0/token")]
    [InlineData("Auth:TokenLifetime", "00:30:00.1234567")]
    [InlineData("Auth:ClientId", Key)]
    [InlineData("AzureAd:TenantId", "0b6f9a52-7c1d-4e83-a5f4-d2c98e3b7160")]
    [InlineData("KeyVault:SecretName", "shop-db-password-2024-v1")]
    [InlineData("Logging:LogLevel:Default", "Information")]
    [InlineData("ApplicationInsights:InstrumentationKey", "0b6f9a52-7c1d-4e83-a5f4-d2c98e3b7160")]
    public async Task Ignores_placeholders_names_and_other_settings(string path, string value) => Assert.Empty(await FindingsAsync("appsettings.json", Nested(path, value)));

    [Fact]
    public async Task Ignores_nugets_own_encrypted_passwords_and_public_key_tokens()
    {
        Assert.Empty(await FindingsAsync("nuget.config", """<add key="Password" value="AQAAANCMnd8BFdERjHoAwE/Cl+sBAAAAu1Z7q3r9" />"""));
        Assert.Empty(await FindingsAsync("web.config", """<assemblyIdentity name="System.Web.Mvc" publicKeyToken="31bf3856ad364e35" culture="neutral"/>"""));
    }

    [Fact]
    public Task Ignores_files_without_the_mark() => Verify.Ignores("class Sample;",
        test => test.TestState.AdditionalFiles.Add(("/appsettings.json", $$"""{ "Password": "{{Password}}" }""")));

    [Fact]
    public Task Ignores_files_that_the_user_excepts() => Verify.Ignores("class Sample;", test =>
    {
        test.TestState.AdditionalFiles.Add(("/appsettings.json", $$"""{ "Password": "{{Password}}" }"""));
        Mark(test);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.json]\nbackend_standards.bst4005.enabled = false\n"));
    });

    [Fact]
    public Task Reports_in_test_projects_as_a_suggestion() => Verify.Ignores("class Sample;", test =>
    {
        test.TestState.AdditionalFiles.Add(("/appsettings.json", $$"""{ "Password": {|#0:"{{Password}}"|} }"""));
        Mark(test);
        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
        test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithSeverity(DiagnosticSeverity.Info).WithArguments("Password", "Password"));
    });

    [Fact]
    public async Task Ignores_files_that_are_data_by_their_size() =>
        Assert.Empty(await FindingsAsync("appsettings.json", Nested("Smtp:Password", Password) + new string(' ', 1 << 20)));

    private static string Nested(string path, string value)
    {
        var keys = path.Split(':');
        return string.Concat(keys.Select(key => $"{{ \"{key}\": ")) + $"\"{value}\"" + new string('}', keys.Length);
    }

    private static void Mark(RuleTest<SecretInSettingsFile>.Run test) =>
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n[/appsettings.json]\nbuild_metadata.AdditionalFiles.BackendStandardsKind = settings\n"));

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(string path, string text) =>
        await Sources.Compile("class Sample;").WithAnalyzers([new SecretInSettingsFile()], SettingsFiles.Options((path, text))).GetAnalyzerDiagnosticsAsync();
}
