using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class NoRateLimitingTests
{
    private const string App = "var builder = WebApplication.CreateBuilder(args); var app = builder.Build(); ";
    private const string Map = """app.MapGet("/orders", () => 1); """;
    private static readonly FixTest<Only<HostAnalysis>, NoRateLimitingFix> Verify = new(RuleCatalog.NoRateLimiting);

    [Fact]
    public Task Reports_once_where_the_application_is_run() => Verify.Reports(App + Map + "[|app.Run()|];");

    [Fact]
    public Task Reports_controllers() => Verify.Reports(
        "using Microsoft.AspNetCore.Mvc; " + App + """app.MapControllers(); [|app.Run()|]; [ApiController, Route("orders")] public class OrdersController : ControllerBase { [HttpGet] public int Get() => 1; }""");

    [Theory]
    [InlineData("app.UseRateLimiter();")]
    [InlineData("if (app.Configuration[\"Limit\"] is null) app.UseRateLimiter();")]
    [InlineData("app.UseMiddleware<RateLimitMiddleware>();")]
    [InlineData("app.UseMiddleware(typeof(Throttling));")]
    [InlineData("app.Use(async (context, next) => { if (context.Request.Headers.Count > 90) context.Response.StatusCode = 429; else await next(context); });")]
    public Task Ignores_what_limits(string statement) => Verify.Ignores(App + statement + Map + """
        app.Run();
        class RateLimitMiddleware(RequestDelegate next) { public Task Invoke(HttpContext context) => next(context); }
        class Throttling(RequestDelegate next) { public Task Invoke(HttpContext context) => next(context); }
        """);

    [Fact]
    public Task Leaves_a_limiter_that_is_not_used_to_its_own_rule() => Verify.Ignores("var builder = WebApplication.CreateBuilder(args); builder.Services.AddRateLimiter(_ => { }); var app = builder.Build();" + Map + "app.Run();");

    [Fact]
    public Task Ignores_AspNetCoreRateLimit() => Verify.Ignores(App + "app.UseIpRateLimiting();" + Map + "app.Run();",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("AspNetCoreRateLimit", "namespace Microsoft.AspNetCore.Builder; public static class Limits { public static void UseIpRateLimiting(this IApplicationBuilder app) { } }")));

    [Fact]
    public Task Ignores_FastEndpoints_that_throttle() => Verify.Ignores("using FastEndpoints; " + App + """
        app.UseFastEndpoints(); app.Run();
        public class Orders : EndpointWithoutRequest { public override void Configure() { Get("/orders"); Throttle(10, 60); } }
        """);

    [Fact]
    public Task Ignores_a_gateway_in_front() => Verify.Ignores(App + Map + "app.Run();", test => test.Configure("backend_standards.rate_limiting = external"));

    [Fact]
    public Task Ignores_proxies() => Verify.Ignores(App + Map + "app.MapReverseProxy(); app.Run();",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Yarp.ReverseProxy", "namespace Microsoft.AspNetCore.Builder; public static class Proxy { public static void MapReverseProxy(this IEndpointRouteBuilder routes) { } }")));

    [Fact]
    public Task Ignores_workers() => Verify.Ignores("""
        var builder = Host.CreateApplicationBuilder(args); builder.Services.AddHostedService<Worker>(); builder.Build().Run();
        class Worker : BackgroundService { protected override Task ExecuteAsync(CancellationToken cancellation) => Task.CompletedTask; }
        """);

    [Fact]
    public Task Ignores_services_of_gRPC() => Verify.Ignores(App + """
        app.MapGrpcService<Greeter>(); app.MapHealthChecks("/health"); app.Run();
        public class Greeter : G.GreeterBase { public override Task<string> Hello(string request, Grpc.Core.ServerCallContext context) => Task.FromResult(""); }
        public static class G { static readonly string __ServiceName = "g.G"; [Grpc.Core.BindServiceMethod(typeof(G), "BindService")] public abstract class GreeterBase { public virtual Task<string> Hello(string request, Grpc.Core.ServerCallContext context) => null!; } }
        """);

    [Fact]
    public Task Ignores_test_projects() => Verify.Ignores(App + Map + "app.Run();", test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));

    [Fact]
    public Task Ignores_a_pipeline_of_another_assembly() => Verify.Ignores(App + "app.UseShared();" + Map + "app.Run();",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", "namespace Microsoft.AspNetCore.Builder; public static class Shared { public static void UseShared(this IApplicationBuilder app) => app.UseRateLimiter(); }")));

    [Fact]
    public Task Ignores_a_library() => Verify.Ignores("""public static class Orders { public static void Map(this WebApplication app) { app.MapGet("/orders", () => 1); app.Run(); } }""");

    private const string Application = """
        Subject.Create().Run();

        public static class Subject
        {
            public static WebApplication Create()
            {
                var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
                builder.Logging.ClearProviders();
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                var app = builder.Build();
                app.MapGet("/orders", () => "all");
                return app;
            }
        }
        """;

    [Fact]
    public async Task The_server_answers_429_to_the_hundred_and_first_request_of_a_minute()
    {
        string[] requests = [.. Enumerable.Repeat("GET /orders", 101)];
        var repaired = await Fixer.FixAsync(Application, "BST3030");
        Assert.Contains("        options.RejectionStatusCode", repaired, StringComparison.Ordinal);
        Assert.All(await Served.AskAsync(Application, requests), answer => Assert.Equal("200 all", answer));
        var after = await Served.AskAsync(repaired, requests);
        Assert.All(after.Take(100), answer => Assert.Equal("200 all", answer));
        Assert.Equal("429", after[100]);
    }
}
