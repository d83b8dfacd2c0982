using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Rules.Secrets;

public class CredentialInConnectionStringTests
{
    private const string Secret = "kV7!mQz2Xw";
    private const string Text = "Server=db.shop.internal;User Id=shop;Password=" + Secret;
    private static readonly RuleTest<CredentialInConnectionString> Verify = new(RuleCatalog.CredentialInConnectionString);

    [Fact]
    public Task Reports_the_key_the_url_and_the_empty_password() => Verify.Reports(
        $$"""
        class Sample
        {
            const string Orders = {|#0:"{{Text}}"|};
            string _queue = {|#1:"amqp://shop:kV7mQz2Xw@queue.shop.internal"|};
            string _open = {|#2:"Server=db.shop.internal;User Id=shop;Password=;"|};
            string _near = {|#3:"Server=localhost;User Id=sa;Password={{Secret}}"|};
        }
        """,
        test => test.ExpectedDiagnostics.AddRange(
        [
            Verify.Expected.WithLocation(0).WithArguments("Connection string has its 'password' in it: read it from configuration or a secret store"),
            Verify.Expected.WithLocation(1).WithArguments("URL has its password in it: read it from configuration or a secret store"),
            Verify.Expected.WithLocation(2).WithArguments("Connection string has an empty password: set one at the server, and read the connection string from configuration"),
            Verify.Expected.WithLocation(3).WithSeverity(DiagnosticSeverity.Info).WithArguments("Connection string has its 'password' in it: read it from configuration or a secret store"),
        ]));

    [Fact]
    public Task Reports_texts_of_every_form() => Verify.Reports(
        $$"""
        class Sample
        {
            string Verbatim = [|@"{{Text}}"|];
            string Raw = [|{{"\"\"\""}}{{Text}}{{"\"\"\""}}|];
            string Joined = [|"Server=db.shop.internal;User Id=shop;" + "Password={{Secret}}"|];
            string Interpolated(string host) => $"Server={host}[|;User Id=shop;Password={{Secret}};Encrypt=true|]";
            string Summed(string host) => "Server=" + host + [|";User Id=shop;Password={{Secret}}"|];
            string Fallback(IConfiguration configuration) => configuration["Db"] ?? [|"{{Text}}"|];
        }
        """);

    [Fact]
    public Task Ignores_passwords_that_are_joined_or_filled_in() => Verify.Ignores(
        """
        class Sample
        {
            string Interpolated(string pwd) => $"Server=db.shop.internal;User Id=shop;Password={pwd}";
            string Middle(string pwd) => $"Server=db.shop.internal;User Id=shop;Password={pwd};Encrypt=true";
            string Summed(string pwd) => "Server=db.shop.internal;User Id=shop;Password=" + pwd + ";Encrypt=true";
            string Formatted(string pwd) => string.Format("Server=db.shop.internal;User Id=shop;Password={0};", pwd);
            string Url(string user, string pwd) => $"amqp://{user}:{pwd}@queue.shop.internal";
        }
        """);

    [Fact]
    public Task Reports_in_test_projects_as_a_suggestion() => Verify.Reports(
        $$"""class Sample { const string Orders = {|#0:"{{Text}}"|}; }""",
        test =>
        {
            test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
            test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithSeverity(DiagnosticSeverity.Info).WithArguments("Connection string has its 'password' in it: read it from configuration or a secret store"));
        });

    [Fact]
    public async Task Names_no_part_of_the_value_and_reports_alone()
    {
        var finding = Assert.Single(await Sources.AnalyzeAsync(Sources.Compile($$"""class Sample { const string Password = "{{Text}}"; }""")));
        Assert.Equal("BST4004", finding.Id);
        Assert.DoesNotContain(Secret[..4], finding.GetMessage() + string.Concat(finding.Properties.Values));
    }

    [Fact]
    public Task Ignores_values_that_the_user_allows() => Verify.Ignores(
        $$"""class Sample { const string Orders = "{{Text}}"; }""", test => test.Configure("backend_standards.secrets.allowed_values_regex = db\\.shop\\.internal"));

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(
        "class Sample { string a = \"Server=a;Password=\" + ; string b = $\"Server=a;Password={; string c = \"amqp://a:b@", test => test.CompilerDiagnostics = CompilerDiagnostics.None);
}
