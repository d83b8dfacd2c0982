using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public class NoGlobalExceptionHandlingTests
{
    private const string Start = "var builder = WebApplication.CreateBuilder(args); ";
    private const string Build = " var app = builder.Build(); ";
    private const string Map = """ app.MapGet("/api/v1/orders", () => 1); """;
    private static readonly FixTest<Only<HostAnalysis>, NoGlobalExceptionHandlingFix> Verify = new(RuleCatalog.NoGlobalExceptionHandling);

    [Theory]
    [InlineData("[|app.Run()|];")]
    [InlineData("await [|app.RunAsync()|];")]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage(); [|app.Run()|];")]
    [InlineData("app.UseHttpsRedirection(); app.UseStatusCodePages(); app.Use((context, next) => next(context)); [|app.Run()|];")]
    [InlineData("app.UseMiddleware<Plain>(); [|app.Run()|]; class Plain(RequestDelegate next) { public Task Invoke(HttpContext context) => next(context); }")]
    public Task Reports_once_where_the_application_is_run(string statements) => Verify.Reports(Start + Build + Map + statements);

    [Fact]
    public Task Reports_controllers() => Verify.Reports(
        "using Microsoft.AspNetCore.Mvc; " + Start + "builder.Services.AddControllers();" + Build + """app.MapControllers(); [|app.Run()|]; [ApiController, Route("api/v1/orders")] public class OrdersController : ControllerBase { [HttpGet] public int Get() => 1; }""");

    [Fact]
    public Task Reports_a_startup_class() => Verify.Reports("""
        await [|Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().RunAsync()|];
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) { }
            public void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(endpoints => endpoints.MapGet("/api/v1/orders", () => 1));
        }
        """);

    [Theory]
    [InlineData("app.UseExceptionHandler();")]
    [InlineData("""app.UseExceptionHandler("/error");""")]
    [InlineData("if (!app.Environment.IsDevelopment()) app.UseExceptionHandler(); else app.UseDeveloperExceptionPage();")]
    [InlineData("""if (app.Configuration["Errors"] is null) app.UseExceptionHandler();""")]
    [InlineData("Pipeline(app); static void Pipeline(WebApplication app) => app.UseExceptionHandler();")]
    [InlineData("app.Use(async (context, next) => { try { await next(context); } catch (Exception) { context.Response.StatusCode = 500; } });")]
    [InlineData("app.Use(Guard); static async Task Guard(HttpContext context, RequestDelegate next) { try { await next(context); } catch (Exception) { context.Response.StatusCode = 500; } }")]
    [InlineData("app.UseMiddleware<Guard>(); app.Run(); class Guard(RequestDelegate next) { public async Task Invoke(HttpContext context) { try { await next(context); } catch (Exception) { context.Response.StatusCode = 500; } } }")]
    public Task Ignores_what_handles(string statements) => Verify.Ignores(Start + Build + Map + statements + (statements.Contains("app.Run", StringComparison.Ordinal) ? "" : " app.Run();"));

    [Fact]
    public Task Ignores_a_registered_handler() => Verify.Ignores(Start + "builder.Services.AddExceptionHandler<Handler>();" + Build + Map + """
        app.Run();
        class Handler : Microsoft.AspNetCore.Diagnostics.IExceptionHandler { public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation) => new(true); }
        """);

    // Its sources are in every web project; here they are used, and what is missing then says BST2090.
    [Theory]
    [InlineData("app.UseApiEnvelope();")]
    [InlineData("")]
    public Task Ignores_an_application_with_the_envelope(string use) => Verify.Ignores(
        "using BackendStandards; " + Start + "builder.Services.AddApiEnvelope();" + Build + use + Map + "app.Run();");

    [Fact]
    public Task Ignores_exception_filters() => Verify.Ignores("using Microsoft.AspNetCore.Mvc.Filters; " + Start + "builder.Services.AddControllers(options => options.Filters.Add<Filter>());" + Build + Map
        + "app.Run(); class Filter : IExceptionFilter { public void OnException(ExceptionContext context) => context.ExceptionHandled = true; }");

    [Fact]
    public Task Ignores_a_group_whose_filter_catches() => Verify.Ignores(Start + Build + """
        app.MapGroup("/api/v1").AddEndpointFilter(async (context, next) => { try { return await next(context); } catch (Exception) { return Results.StatusCode(500); } }).MapGet("/orders", () => 1);
        app.Run();
        """);

    [Fact]
    public Task Ignores_hosts_that_only_tell_their_health() => Verify.Ignores(
        Start + "builder.Services.AddHealthChecks();" + Build + """app.MapHealthChecks("/health"); app.MapGet("/healthz", () => "Healthy"); app.MapGet("/", () => "up"); app.Run();""");

    [Fact]
    public Task Ignores_hosts_whose_shared_sources_would_redirect_to_a_document() => Verify.Ignores(
        Start + Build + """app.MapHealthChecks("/health"); app.Run(); public static class Shared { public static void UseDocument(this WebApplication app) => app.MapGet("/", () => Results.Redirect("/scalar/v1")); }""");

    [Fact]
    public Task Ignores_hosts_of_hubs() => Verify.Ignores(Start + "builder.Services.AddSignalR();" + Build + """app.MapHub<Chat>("/chat"); app.Run(); class Chat : Microsoft.AspNetCore.SignalR.Hub;""");

    [Fact]
    public Task Ignores_a_pipeline_that_another_assembly_may_set_up() => Verify.Ignores(Start + Build + "app.UseDefaults();" + Map + "app.Run();",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", "namespace Microsoft.AspNetCore.Builder; public static class Defaults { public static void UseDefaults(this IApplicationBuilder app) => app.UseExceptionHandler(); }")));

    [Fact]
    public Task Follows_the_defaults_of_the_solution() => Verify.Files([
        Start + "builder.AddServiceDefaults();" + Build + Map + "app.MapDefaultEndpoints(); app.Run();",
        "public static class Defaults { public static void AddServiceDefaults(this IHostApplicationBuilder builder) => builder.Services.AddProblemDetails(); public static void MapDefaultEndpoints(this WebApplication app) => app.UseExceptionHandler(); }",
    ]);

    [Fact]
    public Task Ignores_a_library() => Verify.Ignores("""public static class Orders { public static void Map(this WebApplication app) { app.MapGet("/api/v1/orders", () => 1); app.Run(); } }""");

    [Fact]
    public Task Handles_exceptions_first_of_all() => Verify.FixesAll(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient(); // calls out

        // The application.
        var app = builder.Build();

        // Only secure.
        app.UseHttpsRedirection();
        app.MapGet("/api/v1/orders", () => 1);
        [|app.Run()|];
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient(); // calls out
        builder.Services.AddProblemDetails();

        // The application.
        var app = builder.Build();

        app.UseExceptionHandler();
        // Only secure.
        app.UseHttpsRedirection();
        app.MapGet("/api/v1/orders", () => 1);
        app.Run();
        """);

    [Fact]
    public Task Registers_problem_details_once() => Verify.Fixes(
        "var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddProblemDetails();\nvar app = builder.Build();\napp.MapGet(\"/api/v1/orders\", () => 1);\n[|app.Run()|];\n",
        "var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddProblemDetails();\nvar app = builder.Build();\napp.UseExceptionHandler();\napp.MapGet(\"/api/v1/orders\", () => 1);\napp.Run();\n");

    [Fact]
    public Task Offers_no_fix_without_a_builder() => Verify.OffersNoFix("var app = WebApplication.Create(args);" + Map + "[|app.Run()|];");
}
