using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules.Api;

public partial class RouteNotVersionedTests
{
    private const string App = "var app = WebApplication.Create(args);\n";
    private const string Mvc = "using Microsoft.AspNetCore.Mvc; var app = WebApplication.Create(args); app.MapControllers();\n";
    private const string Versioned = "using Asp.Versioning; using Asp.Versioning.Builder;\n";

    private static readonly FixTest<Only<EndpointAnalysis>, RouteNotVersionedFix> Verify = new(RuleCatalog.RouteNotVersioned);

    [Fact]
    public Task Reports_a_call_on_the_application() => Verify.Reports(App + """app.MapGet([|"/users"|], () => "");""");

    [Fact]
    public Task Reports_once_per_group() => Verify.Reports(App + """
        var users = app.MapGroup([|"/users"|]);
        users.MapGet("/{id:int}", (int id) => id);
        users.MapDelete("/{id:int}", (int id) => id);
        """);

    [Fact]
    public Task Reports_the_outermost_group() => Verify.Reports(App + """
        var api = app.MapGroup([|"/api"|]);
        api.MapGroup("/users").MapGet("/", () => "");
        api.MapGroup("/orders").MapGet("/", () => "");
        """);

    [Fact]
    public Task Reports_a_group_whose_endpoints_another_file_maps() => Verify.Files(
        [
            App + """app.MapGroup([|"/users"|]).MapUsers();""",
            """static class Users { public static void MapUsers(this RouteGroupBuilder group) => group.MapGet("{id}", (int id) => id); }""",
        ]);

    [Fact]
    public Task Reports_where_an_extension_method_maps_on_the_application() => Verify.Files(
        [
            App + """app.MapUsers();""",
            """static class Users { public static void MapUsers(this IEndpointRouteBuilder app) => app.MapGroup([|"/users"|]).MapGet("{id}", (int id) => id); }""",
        ]);

    [Fact]
    public Task Reports_a_literal_given_to_an_own_mapping_method() => Verify.Files(
        [
            App + """app.MapCrud([|"/users"|]);""",
            """static class Crud { public static void MapCrud(this IEndpointRouteBuilder app, string prefix) => app.MapGroup(prefix).MapGet("{id}", (int id) => id); }""",
        ]);

    [Fact]
    public Task Reports_the_inner_literal_where_the_group_has_versions_too() => Verify.Reports(App + """
        var api = app.MapGroup("/api");
        api.MapGroup("/v1/users").MapGet("/", () => "");
        api.MapGroup([|"/orders"|]).MapGet("/", () => "");
        """);

    [Fact]
    public Task Reports_once_per_controller() => Verify.Reports(Mvc + """
        [ApiController, Route([|"api/[controller]"|])]
        public class UsersController : ControllerBase { [HttpGet("{id}")] public string Get(int id) => ""; [HttpPost] public string Create() => ""; }
        """);

    [Fact]
    public Task Reports_the_action_where_the_controller_has_no_route() => Verify.Reports(Mvc + """
        [ApiController] public class UsersController : ControllerBase { [HttpGet([|"/users"|])] public string Get() => ""; }
        """);

    [Fact]
    public Task Reports_a_route_on_the_base_class_once_in_its_file() => Verify.Files(
        [
            Mvc,
            """using Microsoft.AspNetCore.Mvc; [ApiController, Route([|"api/[controller]"|])] public abstract class ApiBase : ControllerBase;""",
            """using Microsoft.AspNetCore.Mvc; public class UsersController : ApiBase { [HttpGet] public string Get() => ""; }""",
            """using Microsoft.AspNetCore.Mvc; public class OrdersController : ApiBase { [HttpGet] public string Get() => ""; }""",
        ]);

    [Fact]
    public Task Reports_an_own_route_attribute_where_it_is_applied() => Verify.Reports(Mvc + """
        public class ApiRoute(string template) : RouteAttribute("api/" + template);
        [[|ApiRoute("users")|]] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Reports_where_only_the_base_class_declares_a_version() => Verify.Reports("using Asp.Versioning;\n" + Mvc + """
        [ApiVersion(1.0)] public abstract class ApiBase : ControllerBase;
        [ApiController, Route([|"users"|])] public class UsersController : ApiBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Reports_the_implicit_default_version() => Verify.Reports("""
        using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args); builder.Services.AddApiVersioning(); var app = builder.Build(); app.MapControllers();
        [ApiController, Route([|"users"|])] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Says_what_is_wrong_and_what_to_write() => Verify.Reports(
        App + """var users = app.MapGroup({|#0:"/users"|}); users.MapGet("{id}", (int id) => id);""",
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("/users", "write '/api/v1/users'")));

    [Theory]
    [InlineData("/v1/users")]
    [InlineData("/api/v2.0/users")]
    [InlineData("/api/v{version:apiVersion}/users")]
    [InlineData("/api/{version:apiVersion}/users")]
    [InlineData("/api/1.0/users")]
    [InlineData("/users/v1beta1")]
    public Task Ignores_a_version_segment(string route) => Verify.Ignores(App + $"""app.MapGet("{route}", () => "");""");

    [Theory]
    [InlineData("/health")]
    [InlineData("/healthz")]
    [InlineData("/health/ready")]
    [InlineData("/api/health")]
    [InlineData("/ready")]
    [InlineData("/live")]
    [InlineData("/alive")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v.json")]
    [InlineData("/swagger")]
    [InlineData("/graphql")]
    [InlineData("/hubs/chat")]
    [InlineData("/.well-known/jwks")]
    [InlineData("/connect/token")]
    [InlineData("/signin-oidc")]
    [InlineData("/webhooks/payments")]
    [InlineData("/")]
    [InlineData("/{**rest}")]
    public Task Ignores_paths_that_have_no_versions(string route) => Verify.Ignores(App + $"""app.MapGet("{route}", () => "");""");

    [Fact]
    public Task Reports_a_word_that_only_starts_with_v() => Verify.Reports(App + """app.MapGet([|"/vendors"|], () => "");""");

    [Fact]
    public Task Ignores_a_version_in_an_outer_group() => Verify.Ignores(App + """app.MapGroup("/api/v1").MapGroup("/users").MapGet("/", () => "");""");

    [Fact]
    public Task Ignores_ApiVersion() => Verify.Ignores("using Asp.Versioning;\n" + Mvc + """
        [ApiController, ApiVersion(1.0), Route("users")] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_ApiVersionNeutral() => Verify.Ignores("using Asp.Versioning;\n" + Mvc + """
        [ApiController, ApiVersionNeutral, Route("users")] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_HasApiVersion_on_a_group() => Verify.Ignores(Versioned + App + """
        var api = app.NewVersionedApi("Catalog"); api.MapGroup("api/catalog").HasApiVersion(1, 0).MapGet("items", () => "");
        """);

    [Fact]
    public Task Ignores_WithApiVersionSet() => Verify.Ignores(Versioned + App + """
        var set = app.NewApiVersionSet().HasApiVersion(new ApiVersion(1)).Build(); app.MapGet("users", () => "").WithApiVersionSet(set);
        """);

    [Fact]
    public Task Ignores_versions_by_namespace() => Verify.Ignores("""
        using Asp.Versioning.Conventions; using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddApiVersioning().AddMvc(options => options.Conventions.Add(new VersionByNamespaceConvention()));
        var app = builder.Build(); app.MapControllers();
        [ApiController, Route("users")] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_header_query_and_media_type_versioning() => Verify.Ignores("""
        using Asp.Versioning; using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddApiVersioning(options => options.ApiVersionReader = ApiVersionReader.Combine(new HeaderApiVersionReader("x-version"), new UrlSegmentApiVersionReader()));
        var app = builder.Build(); app.MapControllers();
        [ApiController, Route("users")] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Theory]
    [InlineData("new QueryStringApiVersionReader(\"v\")")]
    [InlineData("new MediaTypeApiVersionReader(\"v\")")]
    public Task Ignores_versions_that_only_a_query_or_media_type_carries(string reader) => Verify.Ignores($$"""
        using Asp.Versioning; using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddApiVersioning(options => options.ApiVersionReader = {{reader}});
        var app = builder.Build(); app.MapControllers();
        [ApiController, Route("users")] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_a_versioned_path_base() => Verify.Ignores(App + """app.UsePathBase("/api/v1"); app.MapGet("/users", () => "");""");

    [Fact]
    public Task Ignores_a_path_base_that_is_not_seen() => Verify.Ignores(App + """app.UsePathBase(app.Configuration["PathBase"]); app.MapGet("/users", () => "");""");

    [Fact]
    public Task Ignores_a_group_prefix_over_all_controllers() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc; var app = WebApplication.Create(args); app.MapGroup("api/v1").MapControllers();
        [ApiController, Route("users")] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_an_own_convention_that_touches_routes() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.ApplicationModels;
        var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(options => options.Conventions.Insert(0, new Prefix())); var app = builder.Build(); app.MapControllers();
        [ApiController, Route("users")] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        class Prefix : IApplicationModelConvention { public void Apply(ApplicationModel model) { foreach (var c in model.Controllers) foreach (var s in c.Selectors) s.AttributeRouteModel!.Template = "v1/" + s.AttributeRouteModel.Template; } }
        """);

    [Fact]
    public Task Ignores_controllers_whose_actions_return_views() => Verify.Ignores(Mvc + """
        [Route("users")] public class UsersController : Controller { [HttpGet] public IActionResult Index() => View(); [HttpPost] public IActionResult Save() => Ok(); }
        """);

    [Fact]
    public Task Ignores_controllers_whose_actions_return_a_view_result() => Verify.Ignores(Mvc + """
        [Route("users")] public class UsersController : ControllerBase { [HttpGet] public ViewResult Index() => new() { ViewName = "Index" }; }
        """);

    [Fact]
    public Task Reports_the_view_base_class_alone() => Verify.Reports(Mvc + """
        [Route([|"users"|])] public class UsersController : Controller { [HttpGet] public IActionResult Index() => Ok(); }
        """);
}
