using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class UnknownPolicyTests
{
    private const string Usings = "using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Mvc;\n";
    private const string Policies = """builder.Services.AddAuthorizationBuilder().AddPolicy("manager", policy => policy.RequireRole("manager")).AddPolicy(Names.Customer, policy => policy.RequireRole("customer"));""";
    private const string Constants = """ static class Names { public const string Customer = "customer"; public const string Other = "other"; } public static class Roles { public const string Admin = "Admin"; public const string Seller = "Seller"; }""";
    private static readonly FixTest<Only<HostAnalysis>, UnknownPolicyFix> Verify = new(RuleCatalog.UnknownPolicy);

    private static string App(string statements, string policies = Policies) => Usings + "var builder = WebApplication.CreateBuilder(args); " + policies + " var app = builder.Build(); " + statements + Constants;

    [Theory]
    [InlineData("""app.MapGet("/a", () => "").RequireAuthorization([|"manger"|]);""")]
    [InlineData("""app.MapGet("/a", () => "").RequireAuthorization("manager", [|"editor"|]);""")]
    [InlineData("""app.MapGroup("/g").RequireAuthorization([|Names.Other|]).MapGet("/a", () => "");""")]
    [InlineData("""app.MapGet("/a", [Authorize([|"Manager"|])] () => "");""")]
    [InlineData("""app.MapControllers(); [ApiController, Route("a")] public class AController : ControllerBase { [HttpGet, Authorize(Policy = [|"custmer"|])] public string Get() => ""; }""")]
    public Task Reports_a_policy_that_is_not_registered(string statements) => Verify.Reports(App(statements));

    [Theory]
    [InlineData("""app.MapGet("/a", [Authorize(Roles = [|"admin"|])] () => "");""")]
    [InlineData("""app.MapGet("/a", [Authorize(Roles = [|"Admin, Seler"|])] () => "");""")]
    public Task Reports_a_role_that_the_list_spells_otherwise(string statements) => Verify.Reports(App(statements));

    [Theory]
    [InlineData("""app.MapGet("/a", () => "").RequireAuthorization("manager", Names.Customer);""")]
    [InlineData("""app.MapGet("/a", [Authorize(Policy = "manager", Roles = "Admin,Seller")] () => "").RequireAuthorization();""")]
    [InlineData("""app.MapGet("/a", [Authorize(Roles = "Auditor")] () => "");""")]
    [InlineData("""app.MapGet("/a", () => "").RequireAuthorization(builder.Configuration["Policy"]!);""")]
    public Task Ignores_what_is_registered(string statements) => Verify.Ignores(App(statements));

    // The same name, and the same constant's name, registered for something else.
    [Theory]
    [InlineData("""builder.Services.AddCors(options => options.AddPolicy("editor", cors => cors.WithOrigins("https://shop.example")));""", "\"editor\"")]
    [InlineData("""builder.Services.AddRateLimiter(options => options.AddPolicy("editor", _ => System.Threading.RateLimiting.RateLimitPartition.GetNoLimiter("")));""", "\"editor\"")]
    [InlineData("""builder.Services.AddCors(options => options.AddPolicy(Names.Other, cors => cors.WithOrigins("https://shop.example")));""", "Names.Other")]
    public Task Reports_a_name_that_is_registered_for_something_else(string registration, string name) => Verify.Reports(App($"""app.MapGet("/a", () => "").RequireAuthorization([|{name}|]);""", Policies + registration));

    [Theory]
    [InlineData("""builder.Services.AddAuthorization(options => { options.AddPolicy(Names.Other, policy => policy.RequireRole("a")); });""")]
    [InlineData("""builder.Services.AddAuthorizationBuilder().AddPolicy("manager", policy => policy.RequireRole("a")).AddPolicy("other", policy => policy.RequireRole("a"));""")]
    public Task Ignores_a_constant_however_the_registration_spells_it(string policies) => Verify.Ignores(App("""app.MapGet("/a", () => "").RequireAuthorization(Names.Other);""", policies));

    [Fact]
    public Task Ignores_a_policy_provider_of_the_application() => Verify.Ignores(App("""
        app.MapGet("/a", () => "").RequireAuthorization("age:18");
        class Ages(Microsoft.Extensions.Options.IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options);
        """));

    [Theory]
    [InlineData("""builder.Services.AddAuthorization(options => options.AddPolicy(builder.Configuration["Policy"]!, policy => policy.RequireRole("a")));""")]
    [InlineData("""foreach (var name in new[] { "a", "b" }) builder.Services.AddAuthorization(options => options.AddPolicy(name, policy => policy.RequireRole("a")));""")]
    public Task Ignores_names_that_are_not_seen(string policies) => Verify.Ignores(App("""app.MapGet("/a", () => "").RequireAuthorization("x");""", policies));

    [Theory]
    [InlineData("builder.Services.AddShared();")]
    [InlineData("builder.Services.AddAuthorization(options => options.AddSharedPolicies());")]
    [InlineData("builder.Services.AddAuthorization(Shared.Configure);")]
    public Task Ignores_policies_of_another_assembly(string policies) => Verify.Ignores(App("""app.MapGet("/a", () => "").RequireAuthorization("shared");""", policies),
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", """
            namespace Microsoft.Extensions.DependencyInjection; public static class Shared
            {
                public static void AddShared(this IServiceCollection services) => services.AddAuthorization(Configure);
                public static void AddSharedPolicies(this Microsoft.AspNetCore.Authorization.AuthorizationOptions options) => Configure(options);
                public static void Configure(Microsoft.AspNetCore.Authorization.AuthorizationOptions options) => options.AddPolicy("shared", policy => policy.RequireRole("a"));
            }
            """)));

    [Fact]
    public Task Ignores_a_library() => Verify.Ignores("""public static class Orders { public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/a", () => "").RequireAuthorization("x"); }""");

    [Fact]
    public Task Writes_the_name_that_is_known() => Verify.FixesAll(
        App("""app.MapGet("/a", [Authorize(Policy = [|"custmer"|], Roles = [|"admin"|])] () => "").RequireAuthorization([|"manger"|]); /* m */"""),
        App("""app.MapGet("/a", [Authorize(Policy = "customer", Roles = "Admin")] () => "").RequireAuthorization("manager"); /* m */"""));

    [Fact]
    public Task Offers_no_fix_where_none_is_near() => Verify.OffersNoFix(App("""app.MapGet("/a", () => "").RequireAuthorization([|"editor"|]);"""));

    [Fact]
    public async Task The_server_fails_before_and_asks_who_calls_after()
    {
        const string Source = """
            using Microsoft.AspNetCore.Authentication.BearerToken;

            Subject.Create().Run();

            public static class Subject
            {
                public static WebApplication Create()
                {
                    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
                    builder.Logging.ClearProviders();
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    builder.Services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
                    builder.Services.AddAuthorizationBuilder().AddPolicy("manager", policy => policy.RequireRole("manager"));
                    var app = builder.Build();
                    app.MapGet("/a", () => "a").RequireAuthorization("manger");
                    return app;
                }
            }
            """;
        Assert.StartsWith("500", Assert.Single(await Served.AskAsync(Source, "GET /a")), StringComparison.Ordinal);
        Assert.Equal(["401"], await Served.AskAsync(await Fixer.FixAsync(Source, "BST3061"), "GET /a"));
    }
}
