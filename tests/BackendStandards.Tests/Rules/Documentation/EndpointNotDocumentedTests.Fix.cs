using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Documentation;

/// <summary>The fix: words that the author chose already, where a reader of the document finds them.</summary>
public partial class EndpointNotDocumentedTests
{
    [Fact]
    public Task Says_at_the_end_of_the_chain_what_is_mapped() => Verify.FixesAll(
        App + Documented + """
        // Orders.
        app.[|MapGet|]("/api/v1/orders", () => 1); // all
        app.[|MapGet|]("/api/v1/orders/{id}", (int id) => id).WithTags("Orders");
        app.[|MapPost|]("/api/v1/orders", () => 1)
            .WithTags("Orders")
            .WithName("CreateOrder");
        app.[|MapPost|]("/api/v1/orders/{id}/cancel", (int id) => id);
        app.[|MapPut|]("/api/v1/order-items/{id}", (int id) => id);
        app.[|MapDelete|]("/api/v1/orders/{id}", Handlers.RemoveOrderAsync);
        app.Run();
        static class Handlers { public static Task<int> RemoveOrderAsync(int id) => Task.FromResult(id); }
        """,
        App + Documented + """
        // Orders.
        app.MapGet("/api/v1/orders", () => 1).WithSummary("List orders"); // all
        app.MapGet("/api/v1/orders/{id}", (int id) => id).WithTags("Orders").WithSummary("Get order");
        app.MapPost("/api/v1/orders", () => 1)
            .WithTags("Orders")
            .WithName("CreateOrder")
            .WithSummary("Create order");
        app.MapPost("/api/v1/orders/{id}/cancel", (int id) => id).WithSummary("Cancel order");
        app.MapPut("/api/v1/order-items/{id}", (int id) => id).WithSummary("Update order item");
        app.MapDelete("/api/v1/orders/{id}", Handlers.RemoveOrderAsync).WithSummary("Remove order");
        app.Run();
        static class Handlers { public static Task<int> RemoveOrderAsync(int id) => Task.FromResult(id); }
        """);

    [Fact]
    public Task Comments_an_action() => Verify.FixesAll(
        App + Documented + """
        app.Run();
        [ApiController, Route("api/orders")]
        public class OrdersController : ControllerBase
        {
            /// <summary>Lists all.</summary>
            [HttpGet]
            public int GetAll() => 1;

            // Which one?
            [HttpGet("{id}")]
            public int [|Get|](int id) => id;

            /// <response code="200">It is gone.</response>
            [HttpDelete("{id}")]
            public int [|CancelOrder|](int id) => id;
        }
        """,
        App + Documented + """
        app.Run();
        [ApiController, Route("api/orders")]
        public class OrdersController : ControllerBase
        {
            /// <summary>Lists all.</summary>
            [HttpGet]
            public int GetAll() => 1;

            // Which one?
            /// <summary>Get order.</summary>
            [HttpGet("{id}")]
            public int Get(int id) => id;

            /// <summary>Cancel order.</summary>
            /// <response code="200">It is gone.</response>
            [HttpDelete("{id}")]
            public int CancelOrder(int id) => id;
        }
        """);

    [Fact]
    public Task Documents_all_that_are_reported_at_once() => Verify.FixesAll(
        App + Documented + """
        app.MapOrders(); app.Run();

        [ApiController, Route("api/items")]
        public class [|ItemsController|] : ControllerBase
        {
            private int _count;

            [HttpGet] public int Get() => _count;

            [HttpPost]
            public int Post() => ++_count;
        }

        static class Orders
        {
            public static void MapOrders(this IEndpointRouteBuilder app)
            {
                var orders = app.MapGroup("/orders");
                orders.[|MapGet|]("/", () => 1);
                orders.MapPost("/", () => 1);
            }
        }
        """,
        App + Documented + """
        app.MapOrders(); app.Run();

        [ApiController, Route("api/items")]
        public class ItemsController : ControllerBase
        {
            private int _count;

            /// <summary>List items.</summary>
            [HttpGet] public int Get() => _count;

            /// <summary>Create item.</summary>
            [HttpPost]
            public int Post() => ++_count;
        }

        static class Orders
        {
            public static void MapOrders(this IEndpointRouteBuilder app)
            {
                var orders = app.MapGroup("/orders");
                orders.MapGet("/", () => 1).WithSummary("List orders");
                orders.MapPost("/", () => 1).WithSummary("Create order");
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_there_are_no_words() => Verify.OffersNoFix(App + Documented + """
        app.[|MapMethods|]("/{**rest}", ["GET", "POST"], (string rest) => rest); app.Run();
        """);

    [Fact]
    public Task Offers_nothing_for_an_empty_summary() => Verify.OffersNoFix(App + Documented + """
        app.Run();
        [ApiController, Route("orders")]
        public class OrdersController : ControllerBase
        {
            /// <summary></summary>
            [HttpGet]
            public int [|Get|]() => 1;
        }
        """);

    [Fact]
    public Task Offers_nothing_for_the_application() => Verify.OffersNoFix(App + """app.MapGet("/a", () => 1); [|app.Run()|];""");

    [Fact]
    public async Task The_document_has_the_summary_after_the_fix_and_answers_are_as_before()
    {
        const string Source = """
            Subject.Create().Run();

            public static class Subject
            {
                public static WebApplication Create()
                {
                    var builder = WebApplication.CreateSlimBuilder();
                    builder.Logging.ClearProviders();
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    builder.Services.AddOpenApi();
                    var app = builder.Build();
                    app.MapOpenApi();
                    app.MapGet("/api/v1/prices", () => "prices").WithSummary("List prices");
                    app.MapGet("/api/v1/orders", () => "all");
                    return app;
                }
            }
            """;
        var (before, after) = (await Served.AskAsync(Source, "GET /openapi/v1.json", "GET /api/v1/orders"), await Served.AskAsync(await Fixer.FixAsync(Source, "BST8001"), "GET /openapi/v1.json", "GET /api/v1/orders"));
        Assert.DoesNotContain("List orders", before[0], StringComparison.Ordinal);
        Assert.Contains("\"summary\": \"List orders\"", after[0], StringComparison.Ordinal);
        Assert.Equal(before[1], after[1]);
    }
}
