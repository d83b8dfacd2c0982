namespace BackendStandards.Tests.Endpoints;

public class ControllerEndpointTests
{
    private const string App = """
        using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(); var app = builder.Build(); app.MapControllers();

        """;

    private static string[] Lines(params string[] sources) => Model.OfValid(sources).Lines;

    [Fact]
    public void Joins_controller_and_action_and_fills_tokens() => Assert.Equal(
        ["GET /api/Users/{id:int}", "POST /api/Users", "PUT /api/Users/Rename"],
        Lines(App + """
            [ApiController, Route("api/[controller]")]
            public class UsersController : ControllerBase
            {
                [HttpGet("{id:int}")] public string Get(int id) => "";
                [HttpPost] public string Create() => "";
                [HttpPut("[action]")] public Task RenameAsync() => Task.CompletedTask;
                [NonAction] public void Not() { }
            }
            """));

    [Fact]
    public void Trap_11_Selectors_follow_the_framework() => Assert.Equal(
        ["* /r/y", "GET /r/a", "GET /r/b", "GET /r/p", "POST /r/z", "PUT /r/q"],
        Lines(App + """
            [Route("r")]
            public class R : ControllerBase { }
            [Route("r")]
            public class SController : ControllerBase
            {
                [HttpGet("a"), HttpGet("b")] public void Two() { }
                [HttpPost, Route("z")] public void One() { }
                [HttpGet("p"), HttpPut("q")] public void Both() { }
                [Route("y")] public void Any() { }
            }
            """));

    [Fact]
    public void Trap_14_Only_the_frameworks_controllers_count() => Assert.Equal(
        ["GET /poco"],
        Lines(App + """
            public class PocoController { [HttpGet("/poco")] public string Get() => ""; }
            public class Outer { public class NestedController : ControllerBase { [HttpGet("/nested")] public void Get() { } } }
            public class GenericController<T> : ControllerBase { [HttpGet("/generic")] public void Get() { } }
            class InternalController : ControllerBase { [HttpGet("/internal")] public void Get() { } }
            [NonController] public class NoController : ControllerBase { [HttpGet("/no")] public void Get() { } }
            """));

    [Fact]
    public void Trap_10_Routes_of_a_base_class_are_inherited_and_do_not_add_up() => Assert.Equal(
        ["GET /base/Derived/x", "GET /own/x"],
        Lines(App + """
            [Route("base/[controller]")]
            public abstract class BaseController : ControllerBase { [HttpGet("x")] public virtual void X() { } }
            public class DerivedController : BaseController;
            [Route("own")] public class OwnController : BaseController { public override void X() { } }
            """));

    [Fact]
    public void Trap_15_Own_template_providers_are_read() => Assert.Equal(
        ["GET /api/users", "REPORT /api/users/r"],
        Lines(App + """
            using Microsoft.AspNetCore.Mvc.Routing;
            public class ApiRoute(string template) : RouteAttribute("api/" + template);
            public class HttpReportAttribute(string template) : HttpMethodAttribute(["REPORT"], template);
            [ApiRoute("users")] public class UsersController : ControllerBase { [HttpGet] public void Get() { } [HttpReport("r")] public void R() { } }
            """.Replace("using Microsoft.AspNetCore.Mvc.Routing;", "").Replace(": HttpMethodAttribute", ": Microsoft.AspNetCore.Mvc.Routing.HttpMethodAttribute")));

    [Fact]
    public void Absolute_action_templates_leave_the_controllers_out() => Assert.Equal(
        ["GET /a", "GET /b"],
        Lines(App + """
            [Route("x")] public class XController : ControllerBase { [HttpGet("/a")] public void A() { } [HttpGet("~/b")] public void B() { } }
            """));

    [Fact]
    public void A_group_prefixes_every_controller() => Assert.Equal(
        ["GET /api/v1/x"],
        Lines("""
            using Microsoft.AspNetCore.Mvc;
            var app = WebApplication.Create(args); app.MapGroup("api/v1").MapControllers();
            [Route("x")] public class XController : ControllerBase { [HttpGet] public void A() { } }
            """));

    [Fact]
    public void A_conventional_route_is_unknown() => Assert.Equal(
        ["* /…"],
        Lines("""
            using Microsoft.AspNetCore.Mvc;
            var app = WebApplication.Create(args); app.MapDefaultControllerRoute();
            public class HomeController : Controller { public void Index() { } }
            """));

    [Fact]
    public void Routes_are_unknown_where_nobody_maps_controllers() => Assert.Equal(
        ["GET /…/x"],
        Lines("""using Microsoft.AspNetCore.Mvc; [Route("x")] public class XController : ControllerBase { [HttpGet] public void A() { } }"""));

    [Fact]
    public void Trap_13_A_convention_that_touches_routes_makes_them_unknown() => Assert.Equal(
        ["GET /…/x"],
        Lines("""
            using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.ApplicationModels;
            var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(options => options.Conventions.Add(new Prefix())); var app = builder.Build(); app.MapControllers();
            [Route("x")] public class XController : ControllerBase { [HttpGet] public void A() { } }
            class Prefix : IControllerModelConvention { public void Apply(ControllerModel model) { foreach (var s in model.Selectors) s.AttributeRouteModel = null; } }
            """));

    [Fact]
    public void Trap_13_A_convention_that_does_not_is_harmless() => Assert.Equal(
        ["GET /x"],
        Lines("""
            using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.ApplicationModels;
            var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(options => options.Conventions.Add(new Named())); var app = builder.Build(); app.MapControllers();
            [Route("x")] public class XController : ControllerBase { [HttpGet] public void A() { } }
            class Named : IActionModelConvention { public void Apply(ActionModel model) => model.Properties["x"] = 1; }
            """));
}
