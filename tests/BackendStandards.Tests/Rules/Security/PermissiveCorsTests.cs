using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules.Security;

public class PermissiveCorsTests
{
    private const string Start = "var builder = WebApplication.CreateBuilder(args); ";
    private static readonly FixTest<Only<HostAnalysis>, PermissiveCorsFix> Verify = new(RuleCatalog.PermissiveCors);

    private static string Policy(string calls) => $"{Start}builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy{calls}));";

    [Theory]
    [InlineData(".[|AllowAnyOrigin|]()")]
    [InlineData(".[|AllowAnyOrigin|]().AllowAnyHeader().AllowAnyMethod()")]
    [InlineData(".[|SetIsOriginAllowed|](_ => true)")]
    [InlineData(".[|SetIsOriginAllowed|](origin => { return true; }).AllowCredentials()")]
    [InlineData(".AllowAnyHeader().[|WithOrigins|](\"*\")")]
    [InlineData(".[|WithOrigins|](\"https://a.example\", \"*\")")]
    public Task Reports_any_origin(string calls) => Verify.Reports(Policy(calls));

    [Theory]
    [InlineData("app.UseCors(policy => policy.[|AllowAnyOrigin|]());")]
    [InlineData("""app.Use((context, next) => { context.Response.Headers["Access-Control-Allow-Origin"] = [|"*"|]; return next(); });""")]
    [InlineData("""app.Use((context, next) => { context.Response.Headers.Append("Access-Control-Allow-Origin", [|"*"|]); return next(); });""")]
    [InlineData("""app.Use((context, next) => { context.Response.Headers.AccessControlAllowOrigin = [|"*"|]; return next(); });""")]
    [InlineData("app.UseCors(policy => policy.[|SetIsOriginAllowed|](Everybody)); static bool Everybody(string origin) => true;")]
    public Task Reports_the_pipeline(string statement) => Verify.Reports($"var app = WebApplication.Create(args); {statement}");

    [Fact]
    public Task Says_that_cookies_come_along() => Verify.Reports(Policy(".{|#0:SetIsOriginAllowed|}(_ => true).AllowCredentials()"), test => test.ExpectedDiagnostics.Add(
        Verify.Expected.WithLocation(0).WithArguments("SetIsOriginAllowed", ", with the cookies of whoever is signed in")));

    [Fact]
    public Task Suggests_where_a_policy_only_reads_without_cookies() => Verify.Reports(Policy(".{|#0:AllowAnyOrigin|}().WithMethods(\"GET\", \"HEAD\")"), test => test.ExpectedDiagnostics.Add(
        new Microsoft.CodeAnalysis.Testing.DiagnosticResult(RuleCatalog.PermissiveCors.Id, DiagnosticSeverity.Info).WithLocation(0).WithMessage("'AllowAnyOrigin' lets the scripts of any site read the answers: name the origins that may")));

    [Theory]
    [InlineData(".WithOrigins(\"https://shop.example.com\")")]
    [InlineData(".WithOrigins(\"https://*.example.com\").SetIsOriginAllowedToAllowWildcardSubdomains()")]
    [InlineData(".SetIsOriginAllowed(origin => origin.EndsWith(\".example.com\"))")]
    [InlineData(".WithOrigins(builder.Configuration[\"Origin\"]!)")]
    public Task Ignores_named_origins(string calls) => Verify.Ignores(Policy(calls));

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) { app.UseCors(policy => policy.AllowAnyOrigin()); }")]
    [InlineData("if (!app.Environment.IsDevelopment()) return; app.UseCors(policy => policy.AllowAnyOrigin());")]
    [InlineData("if (app.Environment.IsDevelopment()) Open(app); static void Open(WebApplication app) => app.UseCors(policy => policy.AllowAnyOrigin());")]
    [InlineData("""if (app.Configuration["Cors"] == "any") app.UseCors(policy => policy.AllowAnyOrigin());""")]
    public Task Ignores_development_and_unknown_conditions(string statement) => Verify.Ignores($"var app = WebApplication.Create(args); {statement}");

    [Fact]
    public Task Ignores_a_public_api_by_option() => Verify.Ignores(Policy(".AllowAnyOrigin()"), test => test.Configure("backend_standards.bst3055.public_api = true"));

    [Fact]
    public Task Reports_a_public_api_that_takes_cookies() => Verify.Reports(Policy(".[|SetIsOriginAllowed|](_ => true).AllowCredentials()"), test => test.Configure("backend_standards.bst3055.public_api = true"));

    [Fact]
    public Task Ignores_files_that_are_served_as_they_are() => Verify.Ignores("""
        var app = WebApplication.Create(args);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers["Access-Control-Allow-Origin"] = "*" });
        """);

    [Fact]
    public Task Ignores_a_method_of_ones_own() => Verify.Ignores("class Gate { public Gate AllowAnyOrigin() => this; static void Use() => new Gate().AllowAnyOrigin(); }");

    [Fact]
    public Task Ignores_tests() => Verify.Ignores(Policy(".AllowAnyOrigin()"),
        test => test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));

    [Theory]
    [InlineData(".[|AllowAnyOrigin|]()")]
    [InlineData(".[|SetIsOriginAllowed|](_ => true)")]
    [InlineData(".[|WithOrigins|](\"*\")")]
    public Task Takes_the_origins_from_configuration(string calls) => Verify.Fixes(Policy(calls), Policy(""".WithOrigins(builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [])"""));

    [Fact]
    public Task Offers_no_fix_without_configuration() => Verify.OffersNoFix(
        "public static class Setup { public static void Add(IServiceCollection services) => services.AddCors(options => options.AddDefaultPolicy(policy => policy.[|AllowAnyOrigin|]())); }");
}
