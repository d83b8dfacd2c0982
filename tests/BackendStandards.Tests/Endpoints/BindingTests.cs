namespace BackendStandards.Tests.Endpoints;

public class BindingTests
{
    private const string Types = """
        public record Order(string Name, int Quantity);
        public record Page([property: Microsoft.AspNetCore.Mvc.FromQuery(Name = "p")] int Number, string Sort);
        public interface IOrders; public class Orders : IOrders; public class Store(IOrders orders) { public IOrders O => orders; }
        """;

    private static string[] Minimal(string call, string route) => Model.OfValid(
        "using Microsoft.AspNetCore.Mvc; var builder = WebApplication.CreateBuilder(args); builder.Services.AddScoped<Registered>(); var app = builder.Build();\n" + call + "\n" + Types + "public class Registered;").Bindings(route);

    private static string[] Api(string action, string route, string attributes = "[ApiController]") => Model.OfValid(
        "using Microsoft.AspNetCore.Mvc; var app = WebApplication.Create(args); app.MapControllers();\n" + attributes + " [Route(\"x\")] public class XController : ControllerBase { " + action + " }\n" + Types).Bindings(route);

    [Fact]
    public void A_minimal_handler_is_bound_as_the_request_delegate_factory_does() => Assert.Equal(
        ["id: Route", "order: Body", "q: Query", "context: Special", "orders: Services", "store: Services", "registered: Services", "x-trace: Header", "file: Form", "cancellation: Special"],
        Minimal("""app.MapPost("/{id}", (int id, Order order, string? q, HttpContext context, IOrders orders, Store store, Registered registered, [FromHeader(Name = "x-trace")] string trace, IFormFile file, CancellationToken cancellation) => "");""", "/{id}"));

    [Fact]
    public void Trap_18_An_array_is_query_on_get_and_body_on_post()
    {
        Assert.Equal(["ids: Query"], Minimal("""app.MapGet("/a", (string[] ids) => "");""", "/a"));
        Assert.Equal(["ids: Body"], Minimal("""app.MapPost("/a", (string[] ids) => "");""", "/a"));
    }

    [Fact]
    public void Trap_18_A_complex_type_on_get_is_a_service() => Assert.Equal(["order: Services"], Minimal("""app.MapGet("/a", (Order order) => "");""", "/a"));

    [Fact]
    public void Trap_19_AsParameters_takes_the_members() => Assert.Equal(["p: Query", "Sort: Query"], Minimal("""app.MapGet("/a", ([AsParameters] Page page) => "");""", "/a"));

    [Fact]
    public void A_name_that_an_invisible_prefix_may_hold_is_unknown() =>
        Assert.Equal(["id: Unknown"], Minimal("""app.MapGroup(app.Configuration["x"]!).MapGet("a", (int id) => "");""", "/…/a"));

    [Fact]
    public void Trap_22_An_error_type_is_unknown() =>
        Assert.Equal(["x: Unknown"], Model.Of("""var app = WebApplication.Create(args); app.MapPost("/a", (Missing x) => "");""").Bindings("/a"));

    [Fact]
    public void An_api_controller_infers() => Assert.Equal(
        ["id: Route", "order: Body", "q: Query", "orders: Services", "token: Special"],
        Api("""[HttpPost("{id}")] public void A(int id, Order order, string q, IOrders orders, CancellationToken token) { }""", "/x/{id}"));

    [Fact]
    public void Another_controller_binds_models() => Assert.Equal(["order: Model"], Api("[HttpPost] public void A(Order order) { }", "/x", ""));

    [Fact]
    public void Trap_10_Attributes_of_the_overridden_parameter_are_inherited() => Assert.Equal(["order: Query"], Model.OfValid("""
        using Microsoft.AspNetCore.Mvc; var app = WebApplication.Create(args); app.MapControllers();
        public abstract class Base : ControllerBase { [HttpPost("/x")] public abstract void A([FromQuery] string order); }
        [ApiController] public class XController : Base { public override void A(string order) { } }
        """).Bindings("/x"));
}
