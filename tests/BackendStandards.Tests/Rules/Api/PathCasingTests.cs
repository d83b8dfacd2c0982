using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class PathCasingTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";
    private const string Profiles = "[ApiController, Route(\"api/[controller]\")] public class UserProfilesController : ControllerBase { [HttpGet] public string Get() => \"\"; }";

    private static readonly FixTest<Only<EndpointAnalysis>, PathCasingFix> Verify = new(RuleCatalog.PathCasing);

    [Fact]
    public Task Reports_capitals_and_underscores() => Verify.Reports(App + """
        app.MapGet("/[|UserProfiles|]", () => 1);
        app.MapGet("/api/v1/[|user_profiles|]/{userId}/[|orderItems|]", (int userId) => 1);
        app.MapGroup("/[|Orders|]").MapGet("/", () => 1);
        [ApiController, Route("api/[|[controller]|]")] public class UserProfilesController : ControllerBase { [HttpGet("[|LastLogin|]")] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_parameters() => Verify.Ignores(App + """app.MapGet("/users/{userId}/{*restOfPath}", (int userId) => 1); app.MapGet("/files/File_{name}", (string name) => 1);""");

    [Fact]
    public Task Ignores_case_where_addresses_are_lowered() => Verify.Reports("""
        using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        var app = builder.Build();
        app.MapControllers();
        app.MapGet("/UserProfiles", () => 1);
        app.MapGet("/[|user_profiles|]", () => 1);
        """ + "\n" + Profiles);

    [Fact]
    public Task Ignores_tokens_that_are_transformed() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.ApplicationModels;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers(options => options.Conventions.Add(new RouteTokenTransformerConvention(new Kebab())));
        var app = builder.Build();
        app.MapControllers();
        class Kebab : IOutboundParameterTransformer { public string? TransformOutbound(object? value) => value?.ToString(); }
        """ + "\n" + Profiles);

    [Fact]
    public Task Ignores_tokens_of_one_word() => Verify.Ignores(App + """
        [ApiController, Route("api/[controller]/[action]")] public class UsersController : ControllerBase { [HttpGet] public string LastLogin() => ""; }
        """);

    [Theory]
    [InlineData("snake", "user_profiles", "user-profiles")]
    [InlineData("camel", "userProfiles", "user-profiles")]
    [InlineData("pascal", "UserProfiles", "user-profiles")]
    public Task Asks_for_the_style_that_an_option_names(string style, string good, string bad) => Verify.Reports(
        App + $"""app.MapGet("/{good}", () => 1); app.MapPost("/[|{bad}|]", () => 1);""",
        run => run.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\nbackend_standards.bst1012.style = {style}\n")));

    [Theory]
    [InlineData("UserProfiles", "user_profiles")]
    [InlineData("userProfiles", "user_profiles")]
    public Task Keeps_to_the_style_that_an_application_has_throughout(string usual, string other) => Verify.Reports(
        App + string.Concat(Enumerable.Range(0, 20).Select(i => $"app.MapGet(\"/{usual}{(char)('A' + i)}\", () => {i});\n")) + $"app.MapPost(\"/[|{other}|]\", () => 1); app.MapPost(\"/user-profiles\", () => 1);");

    [Fact]
    public Task Asks_for_hyphens_where_an_option_says_so_whatever_the_others_do() => Verify.Reports(
        App + string.Concat(Enumerable.Range(0, 20).Select(i => $"app.MapGet(\"/[|userProfiles{(char)('A' + i)}|]\", () => {i});\n")),
        run => run.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nbackend_standards.bst1012.style = kebab\n")));

    [Fact]
    public Task Ignores_names_of_files_and_of_others() => Verify.Ignores(App + """
        app.MapGet("/.well-known/assetLinks", () => 1);
        app.MapGet("/Sitemap.xml", () => 1);
        app.MapGet("/$metadata", () => 1);
        app.MapGet("/oauth2/v2.0", () => 1);
        """);

    [Fact]
    public Task Ignores_a_library_whose_start_is_not_seen() => Verify.Files(["using Microsoft.AspNetCore.Mvc;\n" + Profiles.Replace("[HttpGet]", "[HttpGet(\"LastLogin\")]")], run => run.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary);

    [Fact]
    public Task Ignores_an_application_that_another_assembly_configures() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddPlatform();
        var app = builder.Build();
        app.MapControllers();
        """ + "\n" + Profiles, run => run.TestState.AdditionalReferences.Add(OtherAssembly.Of("Platform", """
            using Microsoft.Extensions.DependencyInjection;
            public static class PlatformSetup { public static IServiceCollection AddPlatform(this IServiceCollection services) => services; }
            """)));

    [Theory]
    [InlineData("""app.MapGet("/[|UserProfiles|]", () => 1); // all""", """app.MapGet("/user-profiles", () => 1); // all""")]
    [InlineData("""app.MapGet("/[|GitHub|]/[|OAuth2Tokens|]", () => 1);""", """app.MapGet("/github/oauth2-tokens", () => 1);""")]
    [InlineData("""app.MapGet("/[|order_items|]", () => 1);""", """app.MapGet("/order-items", () => 1);""")]
    public Task Writes_it_in_lower_case_with_hyphens(string bad, string good) => Verify.Fixes(App + bad, App + good);

    [Fact]
    public Task Writes_out_the_token_of_a_controller() => Verify.Fixes(App + Profiles.Replace("[controller]", "[|[controller]|]"), App + Profiles.Replace("[controller]", "user-profiles"));

    [Fact]
    public async Task The_server_answers_at_the_new_path_after_and_at_the_old_before()
    {
        var source = """
            using Microsoft.AspNetCore.Mvc;
            public static class Subject
            {
                public static void Main(string[] args) => Run(WebApplication.Create(args));
                public static void Run(WebApplication app) { app.MapGet("/OrderItems", () => 1); app.MapControllers(); }
            }
            [ApiController, Route("[controller]")] public class UserProfilesController : ControllerBase { [HttpGet] public int Get() => 2; }
            """;
        var repaired = await Fixer.FixAsync(source.Replace("public static class Subject", "var start = 0; _ = start;\npublic static class Subject").Replace("public static void Main(string[] args) => Run(WebApplication.Create(args));", "public static void Begin(string[] args) => Run(WebApplication.Create(args));"), "BST1012");
        string[] requests = ["GET /OrderItems", "GET /order-items", "GET /UserProfiles", "GET /user-profiles"];
        Assert.Equal(["200 1", "404", "200 2", "404"], await Served.AskAsync(source, requests));
        Assert.Equal(["404", "200 1", "404", "200 2"], await Served.AskAsync(repaired, requests));
    }
}
