using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class VersionInconsistentTests
{
    private const string App = "using Asp.Versioning;\nusing Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";

    private static readonly FixTest<Only<EndpointAnalysis>, VersionInconsistentFix> Verify = new(RuleCatalog.VersionInconsistent);

    [Fact]
    public Task Reports_the_scheme_that_few_have() => Verify.Files([App + """
        app.MapGet("/api/v1/users", () => 1);
        app.MapGet("/api/v2/orders", () => 1);
        app.MapGet("/[|v1|]/api/rows", () => 1);
        app.MapGroup("/api/[|1.0|]").MapGet("/things", () => 1);
        """, """
        using Microsoft.AspNetCore.Mvc;
        [ApiController, Route("api/v1/[controller]")] public class ItemsController : ControllerBase { [HttpGet] public int Get() => 1; }
        """]);

    [Fact]
    public Task Reports_the_odd_one_of_two() => Verify.Reports(App + """
        app.MapGet("/[|v1|]/api/rows", () => 1);
        app.MapGet("/api/v1/users", () => 1);
        """);

    [Fact]
    public Task Reports_a_route_that_contradicts_its_declaration() => Verify.Reports(App + """
        [ApiController, ApiVersion("2.0"), Route("api/[|v1|]/rows")] public class RowsController : ControllerBase { [HttpGet] public int Get() => 1; }
        [ApiController, ApiVersion("1.0"), Route("api/v1/things")] public class ThingsController : ControllerBase { [HttpGet] public int Get() => 1; }
        """);

    [Fact]
    public Task Reports_a_constraint_that_nothing_registers() => Verify.Reports(App + """
        app.MapGet("/api/[|v{version:apiVersion}|]/users", () => 1);
        """);

    [Fact]
    public Task Ignores_a_constraint_that_is_registered() => Verify.Ignores("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddApiVersioning();
        var app = builder.Build();
        app.MapGet("/api/v{version:apiVersion}/users", () => 1);
        app.MapGet("/api/v1/orders", () => 1);
        """);

    [Fact]
    public Task Ignores_a_constraint_that_another_assembly_may_register() => Verify.Ignores("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddPlatform();
        var app = builder.Build();
        app.MapGet("/api/v{version:apiVersion}/users", () => 1);
        """, run => run.TestState.AdditionalReferences.Add(OtherAssembly.Of("Platform", """
            using Microsoft.Extensions.DependencyInjection;
            public static class PlatformSetup { public static IServiceCollection AddPlatform(this IServiceCollection services) => services; }
            """)));

    [Fact]
    public Task Ignores_what_is_mapped_by_hand_and_what_is_neutral() => Verify.Ignores(App + """
        [ApiController, ApiVersion("1.0"), ApiVersion("2.0"), Route("api/v1/rows")] public class RowsController : ControllerBase { [HttpGet, MapToApiVersion("2.0")] public int Get() => 1; }
        [ApiController, ApiVersionNeutral, Route("api/v1/things")] public class ThingsController : ControllerBase { [HttpGet] public int Get() => 1; }
        [ApiController, ApiVersion("1.0"), ApiVersion("2.0"), Route("api/v1/parts")] public class PartsController : ControllerBase { [HttpGet] public int Get() => 1; }
        """);

    [Fact]
    public Task Ignores_other_numbers_and_dates() => Verify.Ignores(App + """
        app.MapGet("/api/v1/users", () => 1);
        app.MapGet("/api/v1/years/2024/sales", () => 1);
        app.MapGet("/2024-05-01/rows", () => 1);
        app.MapGet("/v1/things", () => 1);
        """);

    [Theory]
    [InlineData("/[|v1|]/api/rows", "/api/v1/rows")]
    [InlineData("/api/[|1.0|]/rows", "/api/v1/rows")]
    [InlineData("/api/[|1.1|]/rows", "/api/v1.1/rows")]
    public Task Writes_the_version_as_the_others(string bad, string good) => Verify.Fixes(
        App + $"app.MapGet(\"/api/v1/users\", () => 1);\napp.MapGet(\"{bad}\", () => 1); // rows", App + $"app.MapGet(\"/api/v1/users\", () => 1);\napp.MapGet(\"{good}\", () => 1); // rows");

    [Fact]
    public Task Offers_nothing_where_the_other_route_is_taken_or_the_declaration_is_wrong() => Verify.OffersNoFix(App + """
        app.MapGet("/api/v1/rows", () => 1);
        app.MapGet("/[|v1|]/api/rows", () => 1);
        [ApiController, ApiVersion("2.0"), Route("api/[|v1|]/rows")] public class RowsController : ControllerBase { [HttpPost] public int Post() => 1; }
        """);

    [Fact]
    public async Task The_server_answers_at_the_usual_place_after_and_elsewhere_before()
    {
        var source = """public static class Subject { public static void Run(WebApplication app) { app.MapGet("/api/v1/users", () => 1); app.MapGet("/v1/api/rows", () => 2); } }""";
        var repaired = await Fixer.FixAsync(source, "BST1031");
        string[] requests = ["GET /api/v1/users", "GET /v1/api/rows", "GET /api/v1/rows"];
        Assert.Equal(["200 1", "200 2", "404"], await Served.AskAsync(source, requests));
        Assert.Equal(["200 1", "404", "200 2"], await Served.AskAsync(repaired, requests));
    }
}
