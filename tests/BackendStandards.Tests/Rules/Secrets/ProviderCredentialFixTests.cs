using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.CodeFixes.Rules.Secrets;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Secrets;

public class ProviderCredentialFixTests
{
    private static readonly FixTest<ProviderCredential, ProviderCredentialFix> Verify = new(RuleCatalog.ProviderCredential);
    private static readonly string Token = Tokens.Checked("ghp_");

    [Fact]
    public Task Reads_from_the_configuration_at_hand_and_keeps_comments() => Verify.Fixes(
        $$"""
        class Sample(IConfiguration configuration)
        {
            // Of the build account.
            string Login() => Use([|"{{Token}}"|]); // see the wiki
            string Use(string value) => value + configuration["Host"];
        }
        """,
        """
        class Sample(IConfiguration configuration)
        {
            // Of the build account.
            string Login() => Use(configuration["GitHub:Token"] ?? throw new InvalidOperationException("GitHub:Token is not configured.")); // see the wiki
            string Use(string value) => value + configuration["Host"];
        }
        """);

    [Fact]
    public Task Names_the_setting_after_the_variable() => Verify.Fixes(
        $$"""class Sample { void M(IConfiguration configuration) { var botApiToken = [|"{{Token}}"|]; } }""",
        """class Sample { void M(IConfiguration configuration) { var botApiToken = configuration["Bot:ApiToken"] ?? throw new InvalidOperationException("Bot:ApiToken is not configured."); } }""");

    [Theory]
    [InlineData("""class Sample { string M() => [|"$"|]; }""")]
    [InlineData("""class Sample(IConfiguration configuration) { const string Value = [|"$"|]; string? Host => configuration["Host"]; }""")]
    [InlineData("""class Sample(IConfiguration configuration) { string M(int id) => $@"[|$|]{id}" + configuration["Host"]; }""")]
    [InlineData("""class Sample(IConfiguration configuration) { byte[] M() => [|"$"u8|].ToArray(); string? Host => configuration["Host"]; }""")]
    public Task Offers_nothing_where_configuration_cannot_be_read(string source) => Verify.OffersNoFix(source.Replace("$@\"", "\u0001").Replace("$", Token).Replace("\u0001", "$\""));
}
