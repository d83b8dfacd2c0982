namespace BackendStandards.Tests.Endpoints;

/// <summary>Who may call an endpoint: each trap of the model is a test by its number.</summary>
public class AuthorizationTests
{
    private const string App = "using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.Filters; using Microsoft.AspNetCore.Mvc.Authorization;\n" + Start;
    private const string Start = "var app = WebApplication.Create(args);\n";

    private static string[] States(params string[] sources) => Model.OfValid(sources).Authorization;

    [Fact]
    public void Reads_conventions_attributes_and_metadata() => Assert.Equal(
        ["/a: Required", "/b: Required", "/c: Anonymous", "/d: No", "/e: Required", "/f: Anonymous", "/g: Required"],
        States(App + """
            app.MapGet("a", () => "").RequireAuthorization();
            app.MapGet("b", [Authorize(Roles = "admin")] () => "");
            app.MapGet("c", () => "").AllowAnonymous();
            app.MapGet("d", () => "");
            app.MapGet("e", () => "").WithMetadata(new AuthorizeAttribute("p"));
            app.MapGet("f", [AllowAnonymous] () => "");
            app.MapGet("g", [Own] () => "");
            class OwnAttribute : Attribute, IAuthorizationRequirementData { public IEnumerable<IAuthorizationRequirement> GetRequirements() => []; }
            """));

    [Fact]
    public void Reads_the_names_of_policies_roles_and_schemes()
    {
        var model = Model.OfValid(App + """
            const string Policy = "write";
            app.MapGet("a", () => "").RequireAuthorization("read", Policy);
            app.MapGet("b", [Authorize(Policy, Roles = "admin, owner", AuthenticationSchemes = "Bearer")] () => "");
            app.MapGet("c", () => "").RequireAuthorization(policy => policy.RequireRole("x"));
            app.MapGet("d", () => "").RequireAuthorization(new AuthorizeAttribute { Roles = "r" });
            app.MapGet("e", () => "").RequireAuthorization();
            app.MapGet("f", [Admin("x")] () => "");
            app.MapGet("g", () => "").RequireAuthorization(app.Configuration["policy"]!);
            class AdminAttribute : AuthorizeAttribute { public AdminAttribute(string role) : base("admin") => Roles = role; }
            """);
        Assert.Equal(
            ["/a: read,write|||False", "/b: write|admin,owner|Bearer|False", "/c: |||False", "/d: |r||False", "/e: |||True", "/f: admin|x||False", "/g: |||False"],
            model.Each(endpoint => endpoint.Authorization(CancellationToken.None).Requirements.Single() is var one
                ? $"{string.Join(",", one.Policies)}|{string.Join(",", one.Roles)}|{string.Join(",", one.Schemes)}|{one.AsksForSignInOnly}" : null));
    }

    [Fact]
    public void Trap_2_An_own_extension_block_hands_the_group_on() => Assert.Equal(
        ["/api/x: Required"],
        States(App + """app.MapGroup("api").MapX().RequireAuthorization();""",
            """static class Maps { public static RouteGroupBuilder MapX(this RouteGroupBuilder group) { group.MapGet("x", () => ""); return group; } }"""));

    [Fact]
    public void Trap_3_A_convention_applies_to_endpoints_mapped_before_it() => Assert.Equal(
        ["/late/x: Required"], States(App + """var late = app.MapGroup("late"); late.MapGet("x", () => ""); late.RequireAuthorization();"""));

    [Fact]
    public void Trap_4_An_outer_AllowAnonymous_wins_over_an_inner_requirement()
    {
        var model = Model.OfValid(App + """
            var open = app.MapGroup("open").AllowAnonymous();
            open.MapGet("x", () => "").RequireAuthorization();
            app.MapGroup("closed").RequireAuthorization().MapGet("y", () => "").AllowAnonymous();
            """);
        Assert.Equal(["/closed/y: Anonymous", "/open/x: Anonymous"], model.Authorization);
        Assert.Equal(["/closed/y: ", "/open/x: open.MapGet(\"x\", () => \"\").RequireAuthorization() by app.MapGroup(\"open\").AllowAnonymous()"], model.Each(endpoint => string.Join(";",
            endpoint.Authorization(CancellationToken.None).Overridden.Select(one => $"{one.Requirement.Statement.Place(CancellationToken.None)} by {one.Anonymous.Place(CancellationToken.None)}"))));
    }

    [Fact]
    public void Trap_5_A_conditional_access_requires_too() => Assert.Equal(
        ["/a/x: Required"], States(App + """RouteGroupBuilder? group = app.MapGroup("a"); group?.MapGet("x", () => ""); group?.RequireAuthorization();"""));

    [Fact]
    public void Trap_6_A_reassigned_variable_holds_two_groups() => Assert.Equal(
        ["/a/x: Required", "/b/y: No"],
        States(App + """var group = app.MapGroup("a"); group.MapGet("x", () => ""); group.RequireAuthorization(); group = app.MapGroup("b"); group.MapGet("y", () => "");"""));

    [Fact]
    public void Trap_9_A_loop_has_a_group_for_each_element() => Assert.Equal(
        ["/cats: No", "/dogs: Required"],
        States(App + """foreach (var name in new[] { "cats", "dogs" }) { var group = app.MapGroup(name); group.MapGet("", () => ""); if (name == "dogs") group.RequireAuthorization(); }"""));

    [Fact]
    public void Trap_10_Attributes_of_bases_are_inherited() => Assert.Equal(
        ["/a: Required", "/b: Required", "/c: Anonymous"],
        States(App + """
            app.MapControllers();
            [Authorize] public abstract class Secured : ControllerBase { [AllowAnonymous] public virtual void Open() { } }
            [ApiController, Route("a")] public class AController : Secured { [HttpGet] public void Get() { } [NonAction] public override void Open() { } }
            [ApiController, Route("b")] public class BController : ControllerBase { [HttpGet, Authorize] public void Get() { } }
            [ApiController, Route("c")] public class CController : Secured { [HttpGet] public override void Open() { } }
            """));

    [Fact]
    public void Trap_11_Conventions_of_MapControllers_touch_all_and_those_of_a_route_its_own() => Assert.Equal(
        ["/a: No", "/b: Required"],
        States(App + """app.MapControllerRoute("default", "{controller}/{action}").RequireAuthorization(); [ApiController, Route("a")] public class AController : ControllerBase { [HttpGet] public void Get() { } }""")
            .Concat(States(App + """app.MapGroup("").RequireAuthorization().MapControllers(); [ApiController, Route("b")] public class BController : ControllerBase { [HttpGet] public void Get() { } }""")));

    [Fact]
    public void Trap_12_A_filter_of_the_application_can_authorize() => Assert.Equal(
        ["/a: Unknown", "/b: No", "/c: Unknown"],
        States(App + """
            app.MapControllers();
            [ApiController, Route("a"), ApiKey] public class AController : ControllerBase { [HttpGet] public void Get() { } }
            [ApiController, Route("c"), ServiceFilter(typeof(ApiKeyAttribute))] public class CController : ControllerBase { [HttpGet] public void Get() { } }
            public class ApiKeyAttribute : ActionFilterAttribute { public override void OnActionExecuting(ActionExecutingContext context) { context.Result = new UnauthorizedResult(); } }
            """, """
            using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.Filters;
            [ApiController, Route("b"), Timed] public class BController : ControllerBase { [HttpGet] public void Get() { } }
            public class TimedAttribute : ActionFilterAttribute { }
            """));

    [Fact]
    public void Trap_13_A_convention_on_the_application_model_can_authorize() => Assert.Equal(
        ["/a: Unknown"],
        States("""
            using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.ApplicationModels; using Microsoft.AspNetCore.Mvc.Authorization;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers(options => options.Conventions.Add(new Secure()));
            var app = builder.Build(); app.MapControllers();
            [ApiController, Route("a")] public class AController : ControllerBase { [HttpGet] public void Get() { } }
            class Secure : IControllerModelConvention { public void Apply(ControllerModel controller) => controller.Filters.Add(new AuthorizeFilter()); }
            """));

    [Fact]
    public void Trap_21_Half_typed_code_ends_in_unknown()
    {
        var model = Model.Of(App + """app.UseEndpoints(e => { e.MapControllers(); e.MapNothing(); }); [ApiController, Route("a")] public class AController : ControllerBase { [HttpGet] public void Get() { } }""");
        Assert.Equal("Unknown", Assert.Single(model.Authorization).Split(' ')[1]);
    }

    [Fact]
    public void Effects_of_the_caller_on_a_returned_group_count() => Assert.Equal(
        ["/orders/x: Required"],
        States(App + """app.MapOrders().RequireAuthorization();""",
            """static class Orders { public static RouteGroupBuilder MapOrders(this IEndpointRouteBuilder app) { var group = app.MapGroup("orders"); group.MapGet("x", () => ""); return group; } }"""));

    [Fact]
    public void A_condition_that_does_not_fold_is_unknown() => Assert.Equal(
        ["/a/x: Unknown"], States(App + """var group = app.MapGroup("a"); if (app.Environment.IsProduction()) group.RequireAuthorization(); group.MapGet("x", () => "");"""));

    [Fact]
    public void A_group_that_other_code_gets_hold_of_is_unknown() => Assert.Equal(
        ["/a/x: Unknown"], Model.Referencing(
            """public static class Security { public static RouteGroupBuilder Secure(this RouteGroupBuilder group) => group.RequireAuthorization(); }""",
            App + """var group = app.MapGroup("a"); group.Secure(); group.MapGet("x", () => "");""").Authorization);

    [Fact]
    public void A_group_from_an_unseen_caller_is_unknown() => Assert.Equal(
        ["/…/users: Unknown"], States("""public static class Users { public static void MapUsers(this IEndpointRouteBuilder routes) => routes.MapGet("users", () => ""); }"""));

    [Fact]
    public void A_group_from_an_unseen_caller_that_is_secured_here_is_required() => Assert.Equal(
        ["/…/users: Required"], States("""public static class Users { public static void MapUsers(this RouteGroupBuilder routes) { routes.RequireAuthorization(); routes.MapGet("users", () => ""); } }"""));

    [Fact]
    public void The_fallback_policy_requires() => Assert.Equal(
        ["/a: Required"],
        States("""
            using Microsoft.AspNetCore.Authorization;
            var builder = WebApplication.CreateBuilder(args); builder.Services.AddSecurity(); var app = builder.Build(); app.MapGet("a", () => "");
            static class Setup { public static void AddSecurity(this IServiceCollection services) => services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()); }
            """));

    [Theory]
    [InlineData("""services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());""", "Required")]
    [InlineData("""services.AddAuthorization(options => options.FallbackPolicy = null);""", "No")]
    [InlineData("""if (builder.Environment.IsProduction()) services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());""", "Unknown")]
    [InlineData("""if (!builder.Environment.IsDevelopment()) services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());""", "Required")]
    public void Fallback_policies_in_their_forms(string statement, string state) => Assert.Equal(
        ["/a: " + state],
        States($$"""
            using Microsoft.AspNetCore.Authorization;
            var builder = WebApplication.CreateBuilder(args); var services = builder.Services; {{statement}} var app = builder.Build(); app.MapGet("a", () => "");
            """));

    [Fact]
    public void A_fallback_policy_may_stand_in_another_assembly() => Assert.Equal(
        ["/a: Unknown"], Model.Referencing(
            """namespace Microsoft.Extensions.Hosting; public static class Defaults { public static void AddServiceDefaults(this IHostApplicationBuilder builder) { } }""",
            """var builder = WebApplication.CreateBuilder(args); builder.AddServiceDefaults(); var app = builder.Build(); app.MapGet("a", () => "");""").Authorization);

    [Fact]
    public void A_global_filter_requires_for_controllers_only() => Assert.Equal(
        ["/a: Required", "/b: Anonymous", "/m: No"],
        States("""
            using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.Authorization;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));
            var app = builder.Build(); app.MapControllers(); app.MapGet("m", () => "");
            [ApiController, Route("a")] public class AController : ControllerBase { [HttpGet] public void Get() { } }
            [ApiController, Route("b")] public class BController : ControllerBase { [HttpGet, AllowAnonymous] public void Get() { } }
            """));

    [Fact]
    public void A_middleware_of_the_application_may_refuse() => Assert.Equal(
        ["/a: Unknown"],
        States(Start + """
            app.UseMiddleware<ApiKey>(); app.MapGet("a", () => "");
            class ApiKey(RequestDelegate next) { public Task InvokeAsync(HttpContext context) { if (!context.Request.Headers.ContainsKey("X-Key")) { context.Response.StatusCode = 401; return Task.CompletedTask; } return next(context); } }
            """));

    [Fact]
    public void An_endpoint_filter_may_refuse() => Assert.Equal(
        ["/a: Unknown", "/b: No"],
        States(Start + """
            app.MapGet("a", () => "").AddEndpointFilter(async (context, next) => context.HttpContext.Request.Headers.ContainsKey("k") ? await next(context) : Results.Unauthorized());
            app.MapGet("b", () => "").AddEndpointFilter((context, next) => next(context));
            """));

    [Fact]
    public void The_place_that_decides_is_told() => Assert.Equal(
        ["/a/x: app.MapGroup(\"a\").RequireAuthorization()"],
        Model.OfValid(Start + """app.MapGroup("a").RequireAuthorization().MapGet("x", () => "");""").Each(endpoint => endpoint.Authorization(CancellationToken.None).From));

    [Fact]
    public void A_library_without_entry_point_is_unknown() => Assert.Equal(
        ["/…/a: Unknown"],
        States("""using Microsoft.AspNetCore.Mvc; [ApiController, Route("a")] public class AController : ControllerBase { [HttpGet] public void Get() { } }"""));
}
