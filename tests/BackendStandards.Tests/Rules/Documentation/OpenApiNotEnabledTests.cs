using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Documentation;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Rules.Documentation;

public class OpenApiNotEnabledTests
{
    private const string Start = "var builder = WebApplication.CreateBuilder(args); ";
    private const string Build = " var app = builder.Build(); ";
    private const string Map = """ app.MapGet("/api/v1/orders", () => 1); """;
    private static readonly FixTest<Only<HostAnalysis>, OpenApiNotEnabledFix> Verify = new(RuleCatalog.OpenApiNotEnabled);

    [Theory]
    [InlineData("[|app.Run()|];")]
    [InlineData("await [|app.RunAsync()|];")]
    [InlineData("""app.MapHealthChecks("/health"); app.MapPost("/orders", () => 1); [|app.Run()|];""")]
    public Task Reports_once_where_the_application_is_run(string statements) => Verify.Reports(Start + Build + Map + statements);

    [Fact]
    public Task Reports_controllers() => Verify.Reports(
        "using Microsoft.AspNetCore.Mvc; " + Start + "builder.Services.AddControllers();" + Build + """app.MapControllers(); [|app.Run()|]; [ApiController, Route("orders")] public class OrdersController : ControllerBase { [HttpGet] public int Get() => 1; }""");

    // What only prepares the descriptions makes no document of them.
    [Fact]
    public Task Reports_an_explorer_without_a_document() => Verify.Reports(Start + "builder.Services.AddEndpointsApiExplorer();" + Build + Map + "[|app.Run()|];");

    [Fact]
    public Task Reports_a_startup_class() => Verify.Reports("""
        await [|Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().RunAsync()|];
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) { }
            public void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(endpoints => endpoints.MapGet("/orders", () => 1));
        }
        """);

    [Theory]
    [InlineData("builder.Services.AddOpenApi();")]
    [InlineData("builder.Services.AddOpenApi(\"v2\");")]
    [InlineData("builder.Services.AddSwaggerGen();")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.Services.AddOpenApi();")]
    [InlineData("builder.Services.AddDocuments(); static class Setup { public static void AddDocuments(this IServiceCollection services) => services.AddOpenApi(); }")]
    public Task Ignores_applications_that_make_one(string statement)
    {
        var (call, type) = statement.IndexOf("static class", StringComparison.Ordinal) is > 0 and var at ? (statement[..at], statement[at..]) : (statement, "");
        return Verify.Ignores(Start + call + Build + Map + "app.Run();" + type);
    }

    [Theory]
    [InlineData("AddOpenApiDocument")]
    [InlineData("AddSwaggerDocument")]
    [InlineData("SwaggerDocument")]
    public Task Ignores_documents_of_NSwag_and_FastEndpoints(string name) => Verify.Ignores(Start + $"builder.Services.{name}();" + Build + Map + "app.Run();",
        Other("NSwag.Generation.AspNetCore", $"namespace Microsoft.Extensions.DependencyInjection; public static class Documents {{ public static void {name}(this IServiceCollection services) {{ }} }}"));

    [Fact]
    public Task Ignores_registrations_that_another_assembly_may_hold() => Verify.Ignores(Start + "builder.AddServiceDefaults();" + Build + Map + "app.Run();",
        Other("Contoso.Shared", "namespace Microsoft.Extensions.Hosting; public static class Defaults { public static void AddServiceDefaults(this IHostApplicationBuilder builder) => builder.Services.AddOpenApi(); }"));

    [Fact]
    public Task Ignores_a_pipeline_of_another_assembly_that_speaks_of_it() => Verify.Ignores(Start + Build + Map + "app.UseCompanySwagger(); app.Run();",
        Other("Contoso.Shared", "namespace Microsoft.AspNetCore.Builder; public static class Documents { public static void UseCompanySwagger(this IApplicationBuilder app) { } }"));

    [Fact]
    public Task Ignores_hubs() => Verify.Ignores(Start + "builder.Services.AddSignalR();" + Build + """app.MapHub<Chat>("/chat"); app.Run(); class Chat : Microsoft.AspNetCore.SignalR.Hub;""");

    [Fact]
    public Task Ignores_gRPC_services() => Verify.Ignores(Start + "builder.Services.AddGrpc();" + Build + """app.MapGrpcService<Greeter>(); app.MapGet("/", () => "Call it with a gRPC client."); app.Run(); class Greeter;""");

    [Fact]
    public Task Ignores_hosts_that_only_tell_their_state() => Verify.Ignores(Start + Build + """app.MapGet("/health", () => "Healthy"); app.MapGet("/", () => "up"); app.MapGet("/internal", () => 1).ExcludeFromDescription(); app.Run();""");

    [Fact]
    public Task Ignores_pages_and_the_endpoints_beside_them() => Verify.Ignores(
        "using Microsoft.AspNetCore.Mvc; " + Start + "builder.Services.AddControllersWithViews();" + Build + """
        app.MapDefaultControllerRoute(); app.MapPost("/account/logout", () => Results.Redirect("/")); app.Run();
        public class HomeController : Controller { public IActionResult Index() => View(); }
        """);

    [Fact]
    public Task Reports_an_API_beside_pages() => Verify.Reports(Start + "builder.Services.AddRazorPages();" + Build + Map + "app.MapRazorPages(); [|app.Run()|];");

    [Fact]
    public Task Ignores_a_library() => Verify.Ignores("""public static class Orders { public static void Map(this WebApplication app) { app.MapGet("/api/v1/orders", () => 1); app.Run(); } }""");

    [Fact]
    public Task Ignores_a_document_from_elsewhere_by_option() => Verify.Ignores(Start + Build + Map + "app.Run();", test => test.Configure("backend_standards.openapi_document = external"));

    [Fact]
    public Task Registers_and_maps_the_document() => Verify.FixesAll(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient(); // calls out

        // The application.
        var app = builder.Build();

        // Orders.
        app.MapGet("/api/v1/orders", () => 1);
        [|app.Run()|];
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient(); // calls out
        builder.Services.AddOpenApi();

        // The application.
        var app = builder.Build();

        if (app.Environment.IsDevelopment())
        {
            app.MapOpenApi();
        }
        // Orders.
        app.MapGet("/api/v1/orders", () => 1);
        app.Run();
        """);

    [Fact]
    public Task Offers_nothing_without_the_package() => Verify.OffersNoFix(Start + Build + Map + "[|app.Run()|];", run =>
    {
        foreach (var state in new SolutionState[] { run.TestState, run.FixedState })
        {
            var kept = References.All.Where(reference => !reference.Display!.Contains("Microsoft.AspNetCore.OpenApi.dll", StringComparison.Ordinal)).ToList();
            state.AdditionalReferences.Clear();
            if (state == run.TestState) state.AdditionalReferences.AddRange(kept);
        }
    });

    [Fact]
    public Task Offers_nothing_where_the_application_is_made_in_another_way() => Verify.OffersNoFix("""
        await [|Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.Configure(app => app.UseRouting().UseEndpoints(endpoints => endpoints.MapGet("/orders", () => 1)))).Build().RunAsync()|];
        """);

    [Fact]
    public async Task The_document_is_served_after_the_fix_and_all_else_is_as_before()
    {
        const string Source = """
            Subject.Create().Run();

            public static class Subject
            {
                public static WebApplication Create()
                {
                    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
                    builder.Logging.ClearProviders();
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    var app = builder.Build();
                    app.MapGet("/api/v1/orders", () => "all");
                    return app;
                }
            }
            """;
        var repaired = await Fixer.FixAsync(Source, "BST8003");
        Assert.Equal(["404", "200 all"], await Served.AskAsync(Source, "GET /openapi/v1.json", "GET /api/v1/orders"));
        var after = await Served.AskAsync(repaired, "GET /openapi/v1.json", "GET /api/v1/orders");
        Assert.Contains("\"/api/v1/orders\"", after[0], StringComparison.Ordinal);
        Assert.Equal("200 all", after[1]);
        Assert.Equal("404", (await Served.AskAsync(repaired.Replace("\"Development\"", "\"Production\"", StringComparison.Ordinal), "GET /openapi/v1.json"))[0]);
    }

    private static Action<RuleTest<Only<HostAnalysis>>.Run> Other(string name, string source) => test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of(name, source));
}
