using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Documentation;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Documentation;

public partial class ResponseNotDeclaredTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http.HttpResults; var builder = WebApplication.CreateBuilder(args); builder.Services.AddOpenApi(); builder.Services.AddControllers(); var app = builder.Build(); app.MapControllers();\n";
    private static readonly FixTest<EndpointAnalyzer, ResponseNotDeclaredFix> Verify = new(RuleCatalog.ResponseNotDeclared);

    private static string Controller(string members, string attributes = "") => App + "app.Run(); public class Order; " + attributes + """[ApiController, Route("orders")] public class OrdersController : ControllerBase {""" + "\n" + members + " }";

    // On every path: statements, ?:, switch, a helper, a lambda that is given to one.
    [Theory]
    [InlineData("{ if (id < 0) return NotFound(); return Ok(new Order()); }")]
    [InlineData("=> id < 0 ? NotFound() : Ok(new Order());")]
    [InlineData("=> id switch { < 0 => NotFound(), _ => Ok(new Order()) };")]
    [InlineData("=> Find(id); private IActionResult Find(int id) => id < 0 ? NotFound() : Ok(new Order());")]
    [InlineData("{ IActionResult result = Ok(new Order()); if (id < 0) result = NotFound(); return result; }")]
    [InlineData("{ return Find(); IActionResult Find() => id < 0 ? NotFound() : Ok(new Order()); }")]
    [InlineData("=> StatusCode(404);")]
    [InlineData("=> StatusCode(StatusCodes.Status404NotFound, new Order());")]
    [InlineData("=> Problem(statusCode: 404);")]
    [InlineData("=> new NotFoundObjectResult(id);")]
    public Task Reports_a_result_of_any_path(string body) => Verify.Reports(Controller($$"""[HttpGet("{id}"), ProducesResponseType<Order>(200)] public IActionResult [|Get|](int id) {{body}}"""));

    [Fact]
    public Task Names_all_codes_in_one_finding() => Verify.Reports(
        Controller("""[HttpPost, ProducesResponseType<Order>(201)] public IActionResult {|#0:Add|}(Order order, bool known) { if (known) return Conflict(); if (order is null) return Problem(); return Created("/orders/1", order); }"""),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("POST /orders answers", "409 and 500", "add [ProducesResponseType]")));

    [Fact]
    public Task Reports_200_where_other_codes_are_declared() => Verify.Reports(Controller("""[HttpGet, ProducesResponseType(404)] public IActionResult [|Get|]() => Ok(new Order());"""));

    [Fact]
    public Task Reports_a_creation_that_is_described_as_200() => Verify.Reports(Controller("""[HttpGet, ProducesResponseType<Order>(200)] public Order List() => new(); [HttpPost] public ActionResult<Order> [|Add|](Order order) => CreatedAtAction("Get", order);"""));

    [Theory]
    [InlineData("""app.[|MapGet|]("/a/{id}", (int id) => id < 0 ? Results.NotFound() : Results.Ok(id)).Produces<int>();""")]
    [InlineData("""app.MapGet("/b", () => 1).Produces(429); app.[|MapGet|]("/a/{id}", (int id) => { if (id < 0) return Results.Problem("no"); return Results.Ok(id); });""")]
    [InlineData("""app.MapGet("/b", () => 1).Produces(429); app.[|MapPost|]("/a/{id}", Handlers.Add).WithOpenApi();""")]
    public Task Reports_minimal_endpoints(string statements) => Verify.Reports("#pragma warning disable ASPDEPR002\n" + App + statements + """app.Run(); static class Handlers { public static async Task<IResult> Add(int id) { await Task.Yield(); return id < 0 ? Results.Conflict() : TypedResults.Created("/a/1", id); } }""");

    [Fact]
    public Task Reports_a_controller_that_declares_nothing_once() => Verify.Reports(App + """
        app.MapGet("/b", () => 1).ProducesProblem(429); app.Run();
        [ApiController, Route("orders")] public class [|OrdersController|] : ControllerBase { [HttpGet] public IActionResult Get() => NotFound(); [HttpPost] public IActionResult Add() => Conflict(); [HttpPut] public IActionResult Put() => Ok(1); }
        """);

    [Fact]
    public Task Reports_an_application_that_declares_nothing_once() => Verify.Reports(App.Replace("using Microsoft.AspNetCore.Http.HttpResults; ", "", StringComparison.Ordinal) + """
        app.MapGet("/a", () => Results.NotFound()); app.MapGet("/b", () => Results.Conflict());
        [|app.Run()|];
        [ApiController, Route("orders"), Produces("application/json")] public class OrdersController : ControllerBase { [HttpGet] public IActionResult Get() => NotFound(); }
        """);

    [Fact]
    public Task Reports_exceptions_that_are_mapped() => Verify.Reports(App + """
        app.MapGet("/b", () => 1).Produces(429);
        app.[|MapGet|]("/a/{id}", int (int id) => id < 0 ? throw new Missing() : id);
        app.MapGet("/c/{id}", int (int id) => id < 0 ? throw new InvalidOperationException() : id);
        app.Run();
        class Missing : Exception;
        class Options { public void MapToStatusCode<T>(int statusCode) where T : Exception { } public static void Set(Options options) => options.MapToStatusCode<Missing>(404); }
        """);

    [Theory]
    [InlineData("""[HttpGet, ProducesResponseType(200), ProducesResponseType(404)] public IActionResult Get() => NotFound();""", "")]
    [InlineData("""[HttpGet, ProducesResponseType(200), ProducesDefaultResponseType] public IActionResult Get() => NotFound();""", "")]
    [InlineData("""[HttpGet, ProducesResponseType(200)] public IActionResult Get() => NotFound();""", "[ProducesResponseType(404)] ")]
    [InlineData("""[HttpGet, ProducesResponseType(200), Missing] public IActionResult Get() => NotFound(); public class MissingAttribute() : ProducesResponseTypeAttribute(404);""", "")]
    [InlineData("""[HttpGet, Swashbuckle.AspNetCore.Annotations.SwaggerResponse(200), Swashbuckle.AspNetCore.Annotations.SwaggerResponse(404, "None")] public IActionResult Get() => NotFound();""", "")]
    [InlineData("""[HttpGet, NSwag.Annotations.SwaggerResponse(typeof(Order)), NSwag.Annotations.SwaggerResponse(System.Net.HttpStatusCode.NotFound, typeof(void)), NSwag.Annotations.SwaggerResponse("409", typeof(void))] public IActionResult Get(bool b) => b ? NotFound() : Conflict();""", "")]
    [InlineData("""
        /// <response code="200">It.</response>
        /// <response code="404">None.</response>
        [HttpGet] public IActionResult Get() => NotFound();
        """, "")]
    public Task Ignores_what_is_declared_in_any_form(string action, string onClass) => Verify.Ignores(Controller(action, onClass));

    [Fact]
    public Task Ignores_attributes_of_a_base_class() => Verify.Ignores(App + """
        app.Run();
        [ProducesResponseType(404)] public abstract class ApiBase : ControllerBase;
        [ApiController, Route("orders")] public class OrdersController : ApiBase { [HttpGet, ProducesResponseType(200)] public IActionResult Get() => NotFound(); }
        """);

    [Fact]
    public Task Ignores_the_200_of_a_typed_result() => Verify.Ignores(Controller("""[HttpGet("{id}"), ProducesResponseType(404)] public ActionResult<Order> Get(int id) => id < 0 ? NotFound() : new Order(); [HttpGet, ProducesResponseType(404)] public ActionResult<Order> List() => Ok(new Order());"""));

    [Fact]
    public Task Ignores_unions_that_describe_themselves() => Verify.Ignores(App + """
        app.MapGet("/a/{id}", Results<Ok<int>, NotFound> (int id) => id < 0 ? TypedResults.NotFound() : TypedResults.Ok(id));
        app.MapGet("/b", () => TypedResults.NoContent()); app.MapGet("/c", async Task<Conflict> () => { await Task.Yield(); return TypedResults.Conflict(); }); app.Run();
        """);

    [Fact]
    public Task Ignores_what_a_group_declares() => Verify.Ignores(App + """var group = app.MapGroup("/g").ProducesProblem(404); group.MapGet("/a", () => Results.NotFound()).Produces(200); app.Run();""");

    [Theory]
    [InlineData("[HttpGet] public IActionResult Get(int id) => id < 0 ? NotFound() : Ok();")]
    [InlineData("[HttpGet] public IActionResult GetOrder(int orderId) => orderId < 0 ? NotFound() : Ok();")]
    [InlineData("[HttpPost] public IActionResult Create(Order order) => order is null ? BadRequest() : Created();")]
    [InlineData("[HttpPut] public IActionResult Put(int id, Order order) => order is null ? Conflict() : NoContent();")]
    public Task Ignores_what_a_convention_declares(string action) => Verify.Ignores(Controller(action, "[ApiConventionType(typeof(DefaultApiConventions))] "));

    [Fact]
    public Task Ignores_conventions_of_the_assembly_and_of_one_method() => Verify.Files([
        "[assembly: Microsoft.AspNetCore.Mvc.ApiConventionType(typeof(Microsoft.AspNetCore.Mvc.DefaultApiConventions))]",
        Controller("""[HttpGet] public IActionResult Find(int id) => NotFound(); [HttpPatch, ApiConventionMethod(typeof(DefaultApiConventions), nameof(DefaultApiConventions.Put))] public IActionResult Change(int id) => NotFound();""")]);

    // Getaway is not Get; DefaultApiConventions has no default response for what it does not know, and one statement switches conventions off.
    [Fact]
    public Task Reports_what_no_convention_matches() => Verify.Reports(
        Controller("""[HttpGet] public IActionResult [|Getaway|](int id) => NotFound(); [HttpGet("{id}"), ProducesResponseType(200)] public IActionResult [|Get|](int id) => NotFound(); [HttpDelete] public IActionResult Delete(int id) => NotFound();""", "[ApiConventionType(typeof(DefaultApiConventions))] "));

    [Theory]
    [InlineData("app.MapGet(\"/a\", () => Results.NotFound()).Produces(200).AddOpenApiOperationTransformer((operation, context, cancellation) => Task.CompletedTask);")]
    [InlineData("app.MapGet(\"/a\", () => Results.NotFound()).Produces(200).WithOpenApi(operation => { operation.Responses!.Add(\"404\", new Microsoft.OpenApi.OpenApiResponse()); return operation; });")]
    [InlineData("app.MapGet(\"/a\", () => Results.NotFound()).Produces(200).Add(endpoint => { });")]
    public Task Ignores_what_code_may_declare(string statement) => Verify.Ignores("#pragma warning disable ASPDEPR002\n" + App + statement + " app.Run();");

    [Fact]
    public Task Ignores_filters_that_declare_for_all() => Verify.Ignores(Controller("[HttpGet, ProducesResponseType(200)] public IActionResult Get() => Problem();")
        .Replace("AddControllers()", "AddControllers(options => options.Filters.Add(new ProducesResponseTypeAttribute(500)))", StringComparison.Ordinal));

    [Fact]
    public Task Ignores_conventions_of_another_assembly() => Verify.Ignores(App + """app.MapGet("/b", () => 1).Produces(429); app.MapGet("/a", () => Results.NotFound()).WithErrors(); app.Run();""",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", """
            namespace Microsoft.AspNetCore.Builder;
            public static class Conventions { public static RouteHandlerBuilder WithErrors(this RouteHandlerBuilder builder) => builder.Produces(404); }
            """)));

    [Fact]
    public Task Ignores_a_library() => Verify.Ignores("""
        public static class Orders { public static void MapOrders(this IEndpointRouteBuilder app) { app.MapGet("/b", () => 1).Produces(429); app.MapGet("/orders", () => Results.NotFound()); } }
        """);

    [Fact]
    public Task Ignores_what_is_left_out_of_the_description_redirects_and_unknown_results() => Verify.Ignores(App + """
        app.MapGet("/b", () => 1).Produces(429);
        app.MapGet("/a", () => Results.NotFound()).ExcludeFromDescription(); app.MapGet("/health", () => Results.StatusCode(503));
        app.MapGet("/c", () => Results.Redirect("/b")); app.MapGet("/d", (Func<IResult> make) => make()); app.Run();
        """);

    [Fact]
    public Task Leaves_an_application_without_a_document_to_its_own_rule() => Verify.Ignores("""
        var app = WebApplication.Create(args); app.MapGet("/a", () => Results.NotFound()); app.MapGet("/b", () => 1).Produces(429); app.Run();
        """);

    [Fact]
    public Task Authorization_and_validation_imply_codes_by_option() => Verify.Reports(
        Controller("""[HttpPost, Microsoft.AspNetCore.Authorization.Authorize(Roles = "a"), ProducesResponseType(200)] public IActionResult {|#0:Add|}(Order order) => Ok(order);"""), test =>
        {
            test.Configure("backend_standards.bst8002.implied_responses = true");
            test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("POST /orders answers", "400, 401 and 403", "add [ProducesResponseType]"));
        });

    [Fact]
    public Task What_is_implied_is_not_asked_for_otherwise() => Verify.Ignores(
        Controller("""[HttpPost, Microsoft.AspNetCore.Authorization.Authorize(Roles = "a"), ProducesResponseType(200)] public IActionResult Add(Order order) => Ok(order);"""));
}
