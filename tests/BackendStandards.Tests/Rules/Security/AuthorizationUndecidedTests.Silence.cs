using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class AuthorizationUndecidedTests
{
    [Theory]
    [InlineData("""app.MapGet("/a", () => "").RequireAuthorization();""")]
    [InlineData("""app.MapGet("/a", () => "").AllowAnonymous();""")]
    [InlineData("""app.MapGet("/a", [Authorize] () => "");""")]
    [InlineData("""app.MapGet("/a", [Own] () => ""); class OwnAttribute : AuthorizeAttribute;""")]
    [InlineData("""app.MapGet("/a", [Minimum(3)] () => ""); class MinimumAttribute(int age) : Attribute, IAuthorizationRequirementData { public IEnumerable<IAuthorizationRequirement> GetRequirements() => []; public int Age => age; }""")]
    [InlineData("""app.MapGet("/a", () => "").WithMetadata(new AuthorizeAttribute());""")]
    [InlineData("""app.MapGroup("/g").RequireAuthorization().MapGet("/a", () => "");""")]
    [InlineData("""var g = app.MapGroup("/g"); g.MapGet("/a", () => ""); g.RequireAuthorization();""")]
    [InlineData("""app.MapA().RequireAuthorization(); static class M { public static RouteGroupBuilder MapA(this IEndpointRouteBuilder routes) { var g = routes.MapGroup("/g"); g.MapGet("/a", () => ""); return g; } }""")]
    public Task Ignores_what_is_decided(string statements) => Verify.Ignores(App + statements);

    [Theory]
    [InlineData("[Authorize]", "")]
    [InlineData("[AllowAnonymous]", "")]
    [InlineData("[Authorize<Adult>]", "")]
    [InlineData("", "[Own]")]
    public Task Ignores_decided_controllers(string onBase, string onAction) => Verify.Ignores(App + $$"""
        app.MapControllers();
        {{onBase}} public abstract class Api : ControllerBase;
        [ApiController, Route("orders")] public class OrdersController : Api { [HttpGet] {{onAction}} public string List() => ""; }
        public class OwnAttribute : AuthorizeAttribute;
        public class Adult; public class AuthorizeAttribute<T> : Attribute, IAuthorizeData { public string? Policy { get; set; } public string? Roles { get; set; } public string? AuthenticationSchemes { get; set; } }
        """);

    private const string Controller = """[ApiController, Route("orders")] public class OrdersController : ControllerBase { [HttpGet] public string List() => ""; }""";

    [Fact]
    public Task Ignores_controllers_that_are_mapped_with_authorization() => Verify.Ignores(App + "app.MapControllers().RequireAuthorization();" + Controller);

    [Fact]
    public Task Ignores_controllers_below_a_global_filter() => Verify.Ignores(
        Usings + "var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));" + Build + "app.MapControllers();" + Controller);

    [Theory]
    [InlineData("builder.Services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());")]
    [InlineData("builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());")]
    [InlineData("if (args.Length > 0) builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());")]
    public Task Ignores_what_the_fallback_policy_decides(string registration) =>
        Verify.Ignores(Usings + "var builder = WebApplication.CreateBuilder(args); " + registration + Build + """app.MapControllers(); app.MapGet("/a", () => "");""" + Controller);

    [Fact]
    public Task Ignores_a_controller_with_a_filter_that_refuses() => Verify.Ignores(App + """
        app.MapControllers();
        [Doorman] [ApiController, Route("orders")] public class OrdersController : ControllerBase { [HttpGet] public string List() => ""; }
        public class DoormanAttribute : ActionFilterAttribute { public override void OnActionExecuting(ActionExecutingContext context) { if (context.HttpContext.Request.Headers["key"] != "k") context.Result = new UnauthorizedResult(); } }
        """);

    [Fact]
    public Task Ignores_an_endpoint_filter_that_refuses() => Verify.Ignores(App + """
        app.MapGet("/a", () => "").AddEndpointFilter<Doorman>();
        app.MapGroup("/g").AddEndpointFilter(async (context, next) => context.HttpContext.User.Identity is null ? Results.Unauthorized() : await next(context)).MapGet("/a", () => "");
        class Doorman : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.HttpContext.User.Identity is null ? Results.StatusCode(403) : await next(context); }
        """);

    [Fact]
    public Task Ignores_a_middleware_that_refuses() => Verify.Ignores(App + """
        app.Use(async (context, next) => { if (context.Request.Headers["key"] != "k") { context.Response.StatusCode = 401; return; } await next(context); });
        app.MapGet("/a", () => "");
        """);

    [Fact]
    public Task Ignores_a_convention_of_the_application_that_adds_filters() => Verify.Ignores(
        Usings + "using Microsoft.AspNetCore.Mvc.ApplicationModels; var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(options => options.Conventions.Add(new Closed()));" + Build + "app.MapControllers();" + Controller
        + "class Closed : IControllerModelConvention { public void Apply(ControllerModel controller) => controller.Filters.Add(new AuthorizeFilter()); }");

    [Theory]
    [InlineData("""app.MapGet("/a", () => "").Add(endpoint => endpoint.Metadata.Add(new AuthorizeAttribute()));""")]
    [InlineData("""app.MapGet("/a", () => "").Finally(endpoint => { });""")]
    [InlineData("""var g = app.MapGroup("/g"); if (app.Environment.IsProduction()) g.RequireAuthorization(); g.MapGet("/a", () => "");""")]
    public Task Ignores_conventions_that_may_decide(string statements) => Verify.Ignores(App + statements);

    [Fact]
    public Task Ignores_conventions_of_another_assembly() => Verify.Ignores(App + """app.MapGet("/a", () => "").Protect(); app.MapGroup("/g").Protect().MapGet("/b", () => "");""",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", "namespace Microsoft.AspNetCore.Builder; public static class Shared { public static T Protect<T>(this T builder) where T : IEndpointConventionBuilder => builder; }")));

    [Fact]
    public Task Ignores_services_that_another_assembly_registers() => Verify.Ignores(
        Usings + "var builder = WebApplication.CreateBuilder(args); builder.Services.AddShared();" + Build + """app.MapGet("/a", () => "");""",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", "namespace Microsoft.Extensions.DependencyInjection; public static class Shared { public static void AddShared(this IServiceCollection services) => services.AddAuthorizationBuilder(); }")));

    [Fact]
    public Task Ignores_a_group_that_another_assembly_hands_in() => Verify.Ignores(
        """public static class Orders { public static void MapOrders(this IEndpointRouteBuilder routes) { routes.MapGet("orders", () => ""); routes.MapGet("open", () => "").AllowAnonymous(); } }""");

    [Fact]
    public Task Ignores_a_library_without_entry_point() => Verify.Ignores(
        Usings + """[ApiController, Route("orders")] public class OrdersController : ControllerBase { [HttpGet] public string List() => ""; [HttpPost, Authorize] public string Add() => ""; }""");

    [Theory]
    [InlineData("""app.MapHealthChecks("/up");""")]
    [InlineData("""app.MapGet("/healthz", () => "");""")]
    [InlineData("""app.MapGet("/api/version", () => "");""")]
    [InlineData("""app.MapGet("/openapi/v1.json", () => "");""")]
    [InlineData("""app.MapGet("/.well-known/jwks.json", () => "");""")]
    [InlineData("""app.MapGet("/", () => "up");""")]
    [InlineData("""app.MapFallbackToFile("index.html");""")]
    [InlineData("""app.MapStaticAssets();""")]
    [InlineData("""app.MapFallback(() => "");""")]
    [InlineData("""app.MapMethods("/check", ["OPTIONS"], () => "");""")]
    [InlineData("""app.MapPost("/webhooks/payments", () => "");""")]
    [InlineData("""app.MapPost("/account/logout", () => "");""")]
    public Task Ignores_what_is_for_everybody(string statement) => Verify.Ignores(App + statement);

    [Theory]
    [InlineData("""app.MapPost("/login", (string email, string password) => "");""")]
    [InlineData("""app.MapPost("/forgot-password", (string email) => "");""")]
    public Task Ignores_what_a_sign_in_goes_through(string statement) => Verify.Ignores(App + statement);

    [Theory]
    [InlineData("""app.MapGet("/a", (HttpContext context) => context.User.Identity?.IsAuthenticated == true ? Results.Ok() : Results.NotFound());""")]
    [InlineData("""app.MapGet("/a", (string key) => key == Environment.MachineName ? Results.Ok() : Results.Unauthorized());""")]
    [InlineData("""app.MapPost("/hooks", (HttpRequest request) => Signature.Verify(request) ? Results.Ok() : Results.BadRequest()); static class Signature { public static bool Verify(HttpRequest request) => request.Headers.ContainsKey("s"); }""")]
    public Task Ignores_a_handler_that_asks_by_itself(string statement) => Verify.Ignores(App + statement);

    [Fact]
    public Task Ignores_webhooks_by_option() => Verify.Reports(
        App + """app.MapPost("/api/hooks/orders", () => ""); app.[|MapPost|]("/api/hooksandmore", () => "");""", test => test.Configure("backend_standards.bst3050.public_paths = api/hooks, other"));

    [Fact]
    public Task Ignores_attributes_by_option() => Verify.Ignores(
        App + """app.MapGet("/a", [HasRight] () => ""); class HasRightAttribute : Attribute;""", test => test.Configure("backend_standards.bst3050.deciding_attributes = HasRight"));

    [Fact]
    public Task Ignores_what_is_mapped_in_development() => Verify.Ignores(App + """if (app.Environment.IsDevelopment()) app.MapGet("/a", () => "");""");

    [Fact]
    public Task Ignores_an_application_that_knows_no_authentication() => Verify.Ignores("""var app = WebApplication.Create(args); app.UseAuthorization(); app.MapGet("/a", () => "");""");

    [Fact]
    public Task Ignores_half_typed_code() => Verify.Ignores(App + """app.MapGet("/v1", ).X; app.MapGroup(.MapGet("/x", );""", test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);
}
