using System.Text.Json;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Documentation;

/// <summary>The fix: what is answered stands in the document, and what stood there before still does.</summary>
public partial class ResponseNotDeclaredTests
{
    [Fact]
    public Task Declares_on_actions() => Verify.FixesAll(
        App + """
        app.Run();
        public record Order(int Id);
        [ApiController, Route("orders")]
        public class OrdersController : ControllerBase
        {
            // Which one?
            [HttpGet("{id}")]
            [ProducesResponseType<Order>(StatusCodes.Status200OK)]
            public IActionResult [|Get|](int id) => id < 0 ? NotFound("none") : id > 9 ? Problem() : Ok(new Order(id));

            [HttpPost]
            public ActionResult<Order> [|Add|](Order order, bool isKnown)
            {
                if (isKnown) return Conflict();
                if (order.Id < 0) return ValidationProblem();
                return order;
            }

            [HttpPut] public IActionResult [|Put|](Order order) => order.Id < 0 ? NotFound(new { order.Id }) : NoContent();
        }
        """,
        App + """
        app.Run();
        public record Order(int Id);
        [ApiController, Route("orders")]
        public class OrdersController : ControllerBase
        {
            // Which one?
            [HttpGet("{id}")]
            [ProducesResponseType<Order>(StatusCodes.Status200OK)]
            [ProducesResponseType<string>(StatusCodes.Status404NotFound)]
            [ProducesResponseType<ProblemDetails>(StatusCodes.Status500InternalServerError)]
            public IActionResult Get(int id) => id < 0 ? NotFound("none") : id > 9 ? Problem() : Ok(new Order(id));

            [HttpPost]
            [ProducesResponseType<Order>(StatusCodes.Status200OK)]
            [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
            [ProducesResponseType(StatusCodes.Status409Conflict)]
            public ActionResult<Order> Add(Order order, bool isKnown)
            {
                if (isKnown) return Conflict();
                if (order.Id < 0) return ValidationProblem();
                return order;
            }

            [HttpPut] [ProducesResponseType(StatusCodes.Status204NoContent)] [ProducesResponseType(StatusCodes.Status404NotFound)] public IActionResult Put(Order order) => order.Id < 0 ? NotFound(new { order.Id }) : NoContent();
        }
        """);

    // With the first attribute the convention falls silent, so it is written out.
    [Fact]
    public Task Keeps_what_a_convention_said() => Verify.FixesAll(
        App + """
        app.Run();
        [ApiController, Route("orders"), ApiConventionType(typeof(Conventions))]
        public class OrdersController : ControllerBase
        {
            [HttpGet("{id}")]
            public IActionResult [|Get|](int id) => id < 0 ? Conflict() : Ok();
        }
        public static class Conventions { [ProducesResponseType(200), ProducesResponseType(404)] public static void Get(int id) { } }
        """,
        App + """
        app.Run();
        [ApiController, Route("orders"), ApiConventionType(typeof(Conventions))]
        public class OrdersController : ControllerBase
        {
            [HttpGet("{id}")]
            [ProducesResponseType(StatusCodes.Status200OK)]
            [ProducesResponseType(StatusCodes.Status404NotFound)]
            [ProducesResponseType(StatusCodes.Status409Conflict)]
            public IActionResult Get(int id) => id < 0 ? Conflict() : Ok();
        }
        public static class Conventions { [ProducesResponseType(200), ProducesResponseType(404)] public static void Get(int id) { } }
        """);

    [Fact]
    public Task Declares_on_mapping_calls() => Verify.FixesAll(
        App + """
        app.MapGet("/b", () => 1).Produces(429);
        app.[|MapGet|]("/a/{id}", (int id) => id < 0 ? Results.NotFound() : Results.Ok(new Order(id))).WithTags("A"); // one
        app.[|MapPost|]("/a", (Order order) =>
            {
                if (order.Id < 0) return Results.ValidationProblem(new Dictionary<string, string[]>());
                if (order.Id > 9) return Results.Problem("no");
                return TypedResults.Created("/a/1", order);
            })
            .WithTags("A")
            .WithName("Add");
        app.Run();
        record Order(int Id);
        """,
        App + """
        app.MapGet("/b", () => 1).Produces(429);
        app.MapGet("/a/{id}", (int id) => id < 0 ? Results.NotFound() : Results.Ok(new Order(id))).WithTags("A").Produces<Order>().Produces(StatusCodes.Status404NotFound); // one
        app.MapPost("/a", (Order order) =>
            {
                if (order.Id < 0) return Results.ValidationProblem(new Dictionary<string, string[]>());
                if (order.Id > 9) return Results.Problem("no");
                return TypedResults.Created("/a/1", order);
            })
            .WithTags("A")
            .WithName("Add")
            .Produces<Order>(StatusCodes.Status201Created)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status500InternalServerError);
        app.Run();
        record Order(int Id);
        """);

    [Fact]
    public Task Declares_for_all_that_are_reported_at_once() => Verify.FixesAll(
        App + """
        app.MapOrders(); app.Run();

        [ApiController, Route("items")]
        public class [|ItemsController|] : ControllerBase
        {
            private const int None = 0;

            [HttpGet]
            public IActionResult Get() => NotFound();

            [HttpPost]
            public IActionResult Post() => Conflict();
        }

        static class Orders
        {
            public static void MapOrders(this IEndpointRouteBuilder app)
            {
                app.[|MapGet|]("/orders", () => Results.NotFound());
                app.MapPost("/orders", () => Results.Conflict());
                app.MapPut("/orders", () => 1);
            }
        }
        """,
        App + """
        app.MapOrders(); app.Run();

        [ApiController, Route("items")]
        public class ItemsController : ControllerBase
        {
            private const int None = 0;

            [HttpGet]
            [ProducesResponseType(StatusCodes.Status404NotFound)]
            public IActionResult Get() => NotFound();

            [HttpPost]
            [ProducesResponseType(StatusCodes.Status409Conflict)]
            public IActionResult Post() => Conflict();
        }

        static class Orders
        {
            public static void MapOrders(this IEndpointRouteBuilder app)
            {
                app.MapGet("/orders", () => Results.NotFound()).Produces(StatusCodes.Status404NotFound);
                app.MapPost("/orders", () => Results.Conflict()).Produces(StatusCodes.Status409Conflict);
                app.MapPut("/orders", () => 1);
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_for_the_application() => Verify.OffersNoFix(
        App.Replace("using Microsoft.AspNetCore.Http.HttpResults; ", "", StringComparison.Ordinal) + """app.MapGet("/a", () => Results.NotFound()); [|app.Run()|];""");

    [Fact]
    public async Task The_document_has_the_responses_after_the_fix_and_answers_are_as_before()
    {
        const string Source = """
            using Microsoft.AspNetCore.Mvc;

            Subject.Create().Run();

            public record Order(int Id);

            [ApiController, Route("orders")]
            public class OrdersController : ControllerBase
            {
                [HttpGet("{id}")]
                public ActionResult<Order> Get(int id) => id < 0 ? NotFound() : new Order(id);
            }

            public static class Subject
            {
                public static WebApplication Create()
                {
                    var builder = WebApplication.CreateSlimBuilder();
                    builder.Logging.ClearProviders();
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    builder.Services.AddControllers().AddApplicationPart(typeof(Subject).Assembly);
                    builder.Services.AddOpenApi();
                    var app = builder.Build();
                    app.MapControllers();
                    app.MapOpenApi();
                    app.MapGet("/items/{id}", (int id) => id < 0 ? Results.NotFound() : Results.Ok(new Order(id))).WithTags("Items");
                    app.MapGet("/prices", () => 1).ProducesProblem(429);
                    return app;
                }
            }
            """;
        string[] requests = ["GET /openapi/v1.json", "GET /items/1", "GET /items/-1", "GET /orders/1", "GET /orders/-1"];
        var (before, after) = (await Served.AskAsync(Source, requests), await Served.AskAsync(await Fixer.FixAsync(Source, "BST8002"), requests));
        Assert.Equal(["/items/{id}: 200", "/orders/{id}: 200 Order", "/prices: 200,429 ProblemDetails"], Responses(before[0]));
        Assert.Equal(["/items/{id}: 200 Order,404", "/orders/{id}: 200 Order,404 ProblemDetails", "/prices: 200,429 ProblemDetails"], Responses(after[0]));
        Assert.Equal(["200 {\"id\":1}", "404", "200 {\"id\":1}"], after[1..4]);
        Assert.Equal(before[1..4], after[1..4]);
        Assert.StartsWith("404 ", after[4], StringComparison.Ordinal);
    }

    // Each path of a document with its codes, and what they have as their body.
    private static string[] Responses(string answer)
    {
        using var document = JsonDocument.Parse(answer[4..]);
        return [.. document.RootElement.GetProperty("paths").EnumerateObject().Select(path => $"{path.Name}: " + string.Join(",", path.Value.GetProperty("get").GetProperty("responses").EnumerateObject().Select(response =>
            response.Value.TryGetProperty("content", out var content) && content.EnumerateObject().First().Value.GetProperty("schema").TryGetProperty("$ref", out var schema)
                ? $"{response.Name} {schema.GetString()!.Split('/')[^1]}" : response.Name))).Order(StringComparer.Ordinal)];
    }
}
