using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public partial class RouteNotVersionedTests
{
    [Fact]
    public Task Ignores_what_the_description_leaves_out() => Verify.Ignores(Mvc + """
        app.MapGet("/internal", () => "").ExcludeFromDescription();
        [ApiController, Route("users"), ApiExplorerSettings(IgnoreApi = true)] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_fallbacks() => Verify.Ignores(App + """app.MapFallback("/app/{*path}", () => "");""");

    [Fact]
    public Task Ignores_what_is_no_api() => Verify.Ignores(App + """
        app.MapHub<Chat>("/chat");
        app.MapHealthChecks("/status");
        app.MapFallbackToFile("/shop/{*path}", "index.html");
        app.MapFallbackToController("/other/{*path}", "Index", "Home");
        app.MapRazorPages();
        app.MapGrpcService<Greeter>();
        public class Chat : Microsoft.AspNetCore.SignalR.Hub;
        public class Greeter;
        public class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder { public void Add(Action<EndpointBuilder> convention) { } }
        public static class GrpcEndpointRouteBuilderExtensions { public static GrpcServiceEndpointConventionBuilder MapGrpcService<T>(this IEndpointRouteBuilder builder) => new(); }
        """);

    [Fact]
    public Task Reports_each_group_that_the_same_endpoints_are_mapped_under() => Verify.Reports(App + """
        Users.Map(app.MapGroup([|"/staff"|]));
        Users.Map(app.MapGroup([|"/customers"|]));
        static class Users { public static void Map(RouteGroupBuilder group) => group.MapGet("users", () => ""); }
        """);

    [Fact]
    public Task Ignores_a_group_that_an_unseen_caller_hands_in() => Verify.Ignores(
        """public static class Users { public static void MapUsers(this IEndpointRouteBuilder routes) => routes.MapGet("/users", () => ""); }""");

    [Fact]
    public Task Ignores_controllers_of_a_library_that_maps_none() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc; [ApiController, Route("users")] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_a_prefix_made_by_reflection() => Verify.Ignores(App + """
        foreach (var type in typeof(Program).Assembly.GetTypes()) app.MapGroup("/" + type.Name).MapGet("/users", () => "");
        """);

    [Fact]
    public Task Ignores_conventional_routes() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc; var app = WebApplication.Create(args); app.MapControllerRoute("default", "{controller}/{action}");
        public class UsersController : ControllerBase { public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_an_action_that_also_answers_under_a_version() => Verify.Ignores(Mvc + """
        [ApiController, Route("users"), Route("v1/users")] public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Ignores_half_typed_code() => Verify.Ignores(App + """app.MapGet("/v1", () => ""); app.MapGroup().MapGet("/x", );""", test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    [Fact]
    public Task Style_header_wants_a_declaration() => Verify.Reports(
        App + """app.MapGet([|"/v1/users"|], () => "");""", test => test.Configure("backend_standards.bst1030.version_style = header"));

    [Fact]
    public Task Style_any_takes_a_version_parameter() => Verify.Ignores(
        "using Microsoft.AspNetCore.Mvc;\n" + App + """app.MapGet("/users", ([FromHeader(Name = "api-version")] string version) => version);""",
        test => test.Configure("backend_standards.bst1030.version_style = any"));

    [Fact]
    public Task Option_replaces_the_unversioned_paths() => Verify.Reports(
        App + """app.MapGet("/status", () => ""); app.MapGet([|"/health"|], () => "");""", test => test.Configure("backend_standards.bst1030.unversioned_paths = status"));

    [Theory]
    [InlineData("\"/users\"", "\"/api/v1/users\"")]
    [InlineData("\"users\"", "\"api/v1/users\"")]
    [InlineData("\"/api/users\"", "\"/api/v1/users\"")]
    [InlineData("\"api\"", "\"api/v1\"")]
    [InlineData("\"/apis\"", "\"/api/v1/apis\"")]
    [InlineData("@\"users\"", "@\"api/v1/users\"")]
    [InlineData("\"\"", "\"api/v1\"")]
    public Task Fixes_the_group(string before, string after) => Verify.Fixes(
        App + $"""app.MapGroup([|{before}|] /* keep */).MapGet("list", () => ""); // and this""",
        App + $"""app.MapGroup({after} /* keep */).MapGet("list", () => ""); // and this""");

    [Fact]
    public Task Fixes_a_controller_without_the_versioning_library() => Verify.Fixes(
        Mvc + """
        [ApiController]
        [Route([|"api/[controller]"|])] // the users
        public class UsersController : ControllerBase { [HttpGet("~/users"), HttpGet] public string Get() => ""; }
        """.Replace("[HttpGet(\"~/users\"), HttpGet]", "[HttpGet]"),
        Mvc + """
        [ApiController]
        [Route("api/v1/[controller]")] // the users
        public class UsersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Fixes_a_controller_with_the_versioning_library() => Verify.Fixes(
        """
        using Microsoft.AspNetCore.Mvc;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddApiVersioning();
        var app = builder.Build();
        app.MapControllers();

        /// <summary>Users.</summary>
        [ApiController]
        [Route([|"api/[controller]"|])]
        public class UsersController : ControllerBase
        {
            [HttpGet] public string Get() => "";
        }
        """,
        """
        using Asp.Versioning;
        using Microsoft.AspNetCore.Mvc;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddApiVersioning();
        var app = builder.Build();
        app.MapControllers();

        /// <summary>Users.</summary>
        [ApiController]
        [Route("api/v{version:apiVersion}/[controller]")]
        [ApiVersion(1.0)]
        public class UsersController : ControllerBase
        {
            [HttpGet] public string Get() => "";
        }
        """);

    [Theory]
    [InlineData("[ApiController] [Route([|\"users\"|])] // why\n    public class", "[ApiController] [Route(\"api/v{version:apiVersion}/users\")] // why\n    [ApiVersion(1.0)]\n    public class")]
    [InlineData("[Route([|\"users\"|]), ApiController] public class", "[Route(\"api/v{version:apiVersion}/users\"), ApiController] [ApiVersion(1.0)] public class")]
    [InlineData("[ApiController]\n    [Route(template: [|\"users\"|])]\n    public class", "[ApiController]\n    [Route(template: \"api/v{version:apiVersion}/users\")]\n    [ApiVersion(1.0)]\n    public class")]
    public Task Fixes_put_the_version_beside_the_other_attributes(string before, string after)
    {
        const string start = "using Asp.Versioning;\nusing Microsoft.AspNetCore.Mvc;\nvar builder = WebApplication.CreateBuilder(args); builder.Services.AddApiVersioning(); var app = builder.Build(); app.MapControllers();\nnamespace Shop\n{\n    ";
        const string end = " UsersController : ControllerBase { [HttpGet] public string Get() => \"\"; }\n}\n";
        return Verify.Fixes(start + before + end, start + after + end);
    }

    [Fact]
    public Task Fixes_keep_a_leading_tilde() => Verify.Fixes(
        Mvc + """[ApiController] public class UsersController : ControllerBase { [HttpGet([|"~/users"|], Name = "users")] public string Get() => ""; }""",
        Mvc + """[ApiController] public class UsersController : ControllerBase { [HttpGet("~/api/v1/users", Name = "users")] public string Get() => ""; }""");

    [Fact]
    public Task Offers_no_fix_where_the_route_is_no_literal() => Verify.OffersNoFix(
        App + """app.MapGet([|Routes.Users|], () => ""); static class Routes { public const string Users = "/users"; }""");

    [Fact]
    public Task Fixes_leave_names_and_links_alone_and_warn_of_the_clients() => Verify.Fixes(
        Mvc + """
        [ApiController, Route([|"users"|])]
        public class UsersController : ControllerBase { [HttpGet("{id}", Name = "users")] public IActionResult Get(int id) => Created("/users/1", null); [HttpPost] public IActionResult Add() => CreatedAtRoute("users", new { id = 1 }, null); }
        """,
        Mvc + """
        [ApiController, Route("api/v1/users")]
        public class UsersController : ControllerBase { [HttpGet("{id}", Name = "users")] public IActionResult Get(int id) => Created("/users/1", null); [HttpPost] public IActionResult Add() => CreatedAtRoute("users", new { id = 1 }, null); }
        """,
        test => test.CodeActionVerifier = (action, _) => Assert.Contains("breaks existing clients", action.Title));

    [Fact]
    public void Fix_is_offered_singly() => Assert.Null(new RouteNotVersionedFix().GetFixAllProvider());

    [Fact]
    public Task Ignores_health_checks_and_the_document_wherever_they_are_mapped() => Verify.Ignores("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapHealthChecks("/status");
        app.MapGroup("/internal").MapHealthChecks("/state");
        app.Run();
        """);
}
