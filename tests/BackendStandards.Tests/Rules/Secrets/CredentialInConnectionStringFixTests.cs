using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.CodeFixes.Rules.Secrets;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Secrets;

public class CredentialInConnectionStringFixTests
{
    private const string Text = "Server=db.shop.internal;User Id=shop;Password=kV7!mQz2Xw";
    private static readonly FixTest<CredentialInConnectionString, CredentialInConnectionStringFix> Verify = new(RuleCatalog.CredentialInConnectionString);

    [Fact]
    public Task Reads_all_connection_strings_under_names_of_their_own() => Verify.FixesAll(
        $$"""
        var builder = WebApplication.CreateBuilder(args);
        // Of the shop.
        var connectionString = [|"{{Text}}"|]; // one database
        var ordersConnection = [|"{{Text}}2"|];
        var queue = new Uri([|"amqp://shop:kV7mQz2Xw@queue.shop.internal"|]);
        var reports = builder.Configuration["Reports:Db"] ?? [|"{{Text}}3"|];
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        // Of the shop.
        var connectionString = builder.Configuration.GetConnectionString("Default") ?? throw new InvalidOperationException("ConnectionStrings:Default is not configured."); // one database
        var ordersConnection = builder.Configuration.GetConnectionString("Orders") ?? throw new InvalidOperationException("ConnectionStrings:Orders is not configured.");
        var queue = new Uri(builder.Configuration.GetConnectionString("Default2") ?? throw new InvalidOperationException("ConnectionStrings:Default2 is not configured."));
        var reports = builder.Configuration["Reports:Db"] ?? throw new InvalidOperationException("Reports:Db is not configured.");
        """);

    [Theory]
    [InlineData("""class Sample { string M() => [|"$"|]; }""")]
    [InlineData("""class Sample(IConfiguration configuration) { const string Value = [|"$"|]; string? Host => configuration["Host"]; }""")]
    [InlineData("""class Sample { string M(IConfiguration configuration, string more) => [|"$;"|] + more; }""")]
    [InlineData("""class Sample { string M(IConfiguration configuration, string host) => $@"Server={host}[|;User Id=shop;Password=kV7!mQz2Xw|]"; }""")]
    public Task Offers_nothing_where_configuration_is_no_answer(string source) => Verify.OffersNoFix(source.Replace("$@", "\u0001").Replace("$", Text).Replace("\u0001", "$@"));
}
