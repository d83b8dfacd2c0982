using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class RateLimiterMisconfiguredTests
{
    private const string Usings = "using System.Threading.RateLimiting; using Microsoft.AspNetCore.RateLimiting; using Microsoft.AspNetCore.Mvc;\n";
    private const string Status = "options.RejectionStatusCode = 429; ";
    private const string Map = """ app.MapGet("/a", () => "");""";
    private static readonly FixTest<Only<HostAnalysis>, RateLimiterMisconfiguredFix> Verify = new(RuleCatalog.RateLimiterMisconfigured);

    private static string App(string registration, string pipeline) => Usings + "var builder = WebApplication.CreateBuilder(args); builder.Services." + registration + "; var app = builder.Build(); " + pipeline + Map + " app.Run();";

    private static string Limited(string options, string pipeline = "app.UseRateLimiter();") => App("AddRateLimiter(options => { " + Status + options + " })", pipeline);

    [Theory]
    [InlineData("[|AddRateLimiter|](options => { options.RejectionStatusCode = 429; })", "")]
    [InlineData("[|AddRateLimiter|](options => { options.RejectionStatusCode = 429; })", "app.UseRouting();")]
    public Task Reports_a_limiter_that_is_not_used(string registration, string pipeline) => Verify.Reports(App(registration, pipeline));

    [Theory]
    [InlineData("[|AddRateLimiter|](_ => { })")]
    [InlineData("""[|AddRateLimiter|](options => options.AddFixedWindowLimiter("a", window => { window.PermitLimit = 4; window.Window = TimeSpan.FromSeconds(1); }))""")]
    public Task Reports_503(string registration) => Verify.Reports(App(registration, "app.UseRateLimiter();"));

    // Its sources, which set 429 where they are used, are in every web project.
    [Fact]
    public Task Reports_503_beside_an_envelope_that_is_not_used() => Verify.Reports(App("[|AddRateLimiter|](_ => { })", "app.UseRateLimiter();"), static test => Envelope.AddTo(test.TestState));

    [Fact]
    public Task Ignores_the_status_that_the_envelope_sets() => Verify.Ignores(
        "using BackendStandards; " + App("AddApiEnvelope(); builder.Services.AddRateLimiter(_ => { })", "app.UseApiEnvelope(); app.UseRateLimiter();"), static test => Envelope.AddTo(test.TestState));

    [Theory]
    [InlineData("PermitLimit")]
    [InlineData("TokenLimit")]
    public Task Reports_a_limit_that_allows_everything(string name) => Verify.Reports(Limited(name == "PermitLimit"
        ? """options.AddFixedWindowLimiter("a", window => { window.PermitLimit = [|int.MaxValue|]; window.Window = TimeSpan.FromSeconds(1); });"""
        : """options.AddPolicy("a", context => RateLimitPartition.GetTokenBucketLimiter("", _ => new TokenBucketRateLimiterOptions { TokenLimit = [|int.MaxValue|] }));"""));

    [Theory]
    [InlineData("""app.MapGet("/b", () => "").RequireRateLimiting([|"other"|]);""")]
    [InlineData("""app.MapGroup("/g").RequireRateLimiting([|"Auth"|]).MapGet("/b", () => "");""")]
    [InlineData("""app.MapGet("/b", [EnableRateLimiting([|"other"|])] () => "");""")]
    [InlineData("""app.MapGet("/b", () => "").RequireRateLimiting("auth");""")]
    public Task Reports_a_policy_that_is_not_defined(string statement) => Verify.Files([Limited("""options.AddPolicy("auth", context => RateLimitPartition.GetNoLimiter("")); options.AddPolicy(Policies.B, context => RateLimitPartition.GetNoLimiter(""));""", "app.UseRateLimiter();" + statement)
        + """static class Policies { public const string B = "b"; }"""]);

    [Fact]
    public Task Reports_a_limiter_before_routing() => Verify.Reports(Limited("""options.AddPolicy("auth", context => RateLimitPartition.GetNoLimiter(""));""", """app.[|UseRateLimiter|](); app.UseRouting(); app.MapGet("/b", () => "").RequireRateLimiting("auth");"""));

    [Theory]
    [InlineData("""app.UseRouting(); app.UseRateLimiter(); app.MapGet("/b", () => "").RequireRateLimiting("auth");""")]
    [InlineData("""app.UseRateLimiter(); app.MapGet("/b", () => "").RequireRateLimiting("auth");""")]
    public Task Ignores_a_limiter_that_knows_the_endpoint(string pipeline) => Verify.Ignores(Limited("""options.AddPolicy("auth", context => RateLimitPartition.GetNoLimiter(""));""", pipeline));

    [Fact]
    public Task Ignores_a_global_limiter_before_routing() => Verify.Ignores(Limited("options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetNoLimiter(\"\"));", "app.UseRateLimiter(); app.UseRouting();"));

    [Theory]
    [InlineData("options.OnRejected = (context, _) => { context.HttpContext.Response.StatusCode = 429; return default; };")]
    [InlineData("options.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;")]
    public Task Ignores_a_status_that_somebody_chose(string options) => Verify.Ignores(App("AddRateLimiter(options => { " + options + " })", "app.UseRateLimiter();"));

    [Fact]
    public Task Ignores_options_that_are_bound() => Verify.Ignores(App("""Configure<RateLimiterOptions>(builder.Configuration.GetSection("Limits")); builder.Services.AddRateLimiter(_ => { })""", """app.UseRateLimiter(); app.MapGet("/b", () => "").RequireRateLimiting("other");"""));

    [Fact]
    public Task Ignores_limits_that_are_bound() => Verify.Ignores(Limited("""options.AddFixedWindowLimiter("a", window => { window.PermitLimit = builder.Configuration.GetValue("Limit", int.MaxValue); window.Window = TimeSpan.FromSeconds(1); });"""));

    [Theory]
    [InlineData("""options.AddPolicy(builder.Configuration["Policy"]!, context => RateLimitPartition.GetNoLimiter(""));""")]
    public Task Ignores_policies_whose_name_is_not_seen(string options) => Verify.Ignores(Limited(options, """app.UseRateLimiter(); app.MapGet("/b", () => "").RequireRateLimiting("other");"""));

    [Fact]
    public Task Ignores_a_pipeline_and_policies_of_another_assembly() => Verify.Ignores(
        Usings + """var builder = WebApplication.CreateBuilder(args); builder.Services.AddShared(); builder.Services.AddRateLimiter(_ => { }); var app = builder.Build(); app.UseShared(); app.MapGet("/b", () => "").RequireRateLimiting("other"); app.Run();""",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", """
            namespace Microsoft.AspNetCore.Builder; public static class Shared
            {
                public static void AddShared(this IServiceCollection services) => services.Configure<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>(options => options.RejectionStatusCode = 429);
                public static void UseShared(this IApplicationBuilder app) => app.UseRateLimiter();
            }
            """)));

    [Fact]
    public Task Ignores_a_library() => Verify.Ignores("""public static class Limits { public static void Add(IServiceCollection services) => services.AddRateLimiter(_ => { }); public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/a", () => "").RequireRateLimiting("x"); }""");

    [Fact]
    public Task Uses_the_limiter_behind_routing_and_authentication() => Verify.FixesAll("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.[|AddRateLimiter|](options => options.RejectionStatusCode = 429);
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication(); // who
        app.UseAuthorization();
        app.Run();
        """, """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRateLimiter(options => options.RejectionStatusCode = 429);
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication(); // who
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Run();
        """);

    [Fact]
    public Task Answers_with_429() => Verify.FixesAll("""
        using Microsoft.AspNetCore.RateLimiting;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.[|AddRateLimiter|](options =>
        {
            // One.
            options.AddConcurrencyLimiter("one", one => one.PermitLimit = 1);
        });
        var app = builder.Build();
        app.UseRateLimiter();
        app.Run();
        """, """
        using Microsoft.AspNetCore.RateLimiting;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            // One.
            options.AddConcurrencyLimiter("one", one => one.PermitLimit = 1);
        });
        var app = builder.Build();
        app.UseRateLimiter();
        app.Run();
        """);

    [Fact]
    public Task Answers_with_429_where_there_was_one_expression() => Verify.Fixes("""
        using Microsoft.AspNetCore.RateLimiting;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.[|AddRateLimiter|](options => options.AddConcurrencyLimiter("one", one => one.PermitLimit = 1));
        var app = builder.Build();
        app.UseRateLimiter();
        app.Run();
        """, """
        using Microsoft.AspNetCore.RateLimiting;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddConcurrencyLimiter("one", one => one.PermitLimit = 1);
        });
        var app = builder.Build();
        app.UseRateLimiter();
        app.Run();
        """);

    private static string Application(string use) => $$"""
        using System.Threading.RateLimiting;

        Subject.Create().Run();

        public static class Subject
        {
            public static WebApplication Create()
            {
                var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
                builder.Logging.ClearProviders();
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Services.AddRateLimiter(options =>
                {
                    options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetFixedWindowLimiter("", _ => new FixedWindowRateLimiterOptions { PermitLimit = 2, Window = TimeSpan.FromHours(1) }));
                });
                var app = builder.Build();
                {{use}}
                app.MapGet("/a", () => "a");
                return app;
            }
        }
        """;

    [Theory]
    [InlineData("", "200 a")]
    [InlineData("app.UseRateLimiter();", "503")]
    public async Task The_server_answers_429_to_who_calls_too_often(string use, string before)
    {
        string[] requests = ["GET /a", "GET /a", "GET /a"];
        Assert.Equal(["200 a", "200 a", before], await Served.AskAsync(Application(use), requests));
        Assert.Equal(["200 a", "200 a", "429"], await Served.AskAsync(await Fixer.FixAsync(Application(use), "BST3032"), requests));
    }
}
