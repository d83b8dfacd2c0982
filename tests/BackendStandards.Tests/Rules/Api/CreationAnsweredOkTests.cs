using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class CreationAnsweredOkTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, CreationAnsweredOkFix> Verify = new(RuleCatalog.CreationAnsweredOk);

    private static string In(string mapping, string members = "", string types = "") => $$"""
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;

        var app = WebApplication.Create(args);
        app.MapControllers();
        {{mapping}}

        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; }
        public record OrderRequest(string Name);
        public record OrderView(int Id, string Name);
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        [ApiController, Route("orders")] public class OrdersController(Shop db) : ControllerBase { {{members}} private Shop Shop => db; }
        {{types}}
        """;

    private const string Make = "var order = new Order { Name = request.Name }; db.Orders.Add(order); await db.SaveChangesAsync();";

    [Theory]
    [InlineData("/orders", "return [|Results.Ok(order)|];")]
    [InlineData("/api/v1/orders", "return [|TypedResults.Ok(new OrderView(order.Id, order.Name))|];")]
    [InlineData("/shops/{shop}/orders", "return [|order|];")]
    public Task Reports_a_creation_answered_with_200(string route, string answer) => Verify.Reports(In($$"""app.MapPost("{{route}}", async (OrderRequest request, Shop db) => { {{Make}} {{answer}} });"""));

    [Fact]
    public Task Reports_actions_services_and_documents() => Verify.Reports(In(
        """app.MapPost("/orders", async (Order order, IMongoCollection<Order> orders) => { await orders.InsertOneAsync(order); return [|Results.Ok(order)|]; });""",
        """
        [HttpPost("/a/orders")] public async Task<IActionResult> A(OrderRequest request) { if (request.Name == "") return BadRequest(); var order = new Order(); await db.AddAsync(order); return [|Ok(order)|]; }
        [HttpPost("/b/orders")] public async Task<ActionResult<Order>> B(OrderRequest request) { var order = new Order(); db.Add(order); await db.SaveChangesAsync(); return [|order|]; }
        [HttpPost("/c/orders")] public async Task<IActionResult> C(OrderRequest request, [FromServices] IOrders orders) { var made = await orders.CreateAsync(request); return [|Ok(made)|]; }
        """, "public interface IOrders { Task<OrderView> CreateAsync(OrderRequest request); } public class Orders(Shop db) : IOrders { public async Task<OrderView> CreateAsync(OrderRequest request) { var order = new Order(); db.Orders.Add(order); await db.SaveChangesAsync(); return new(order.Id, order.Name); } }"));

    [Theory]
    [InlineData("/orders/search")]
    [InlineData("/login")]
    [InlineData("/token")]
    [InlineData("/orders/{id}/confirm")]
    [InlineData("/orders/batch")]
    [InlineData("/orders/import")]
    [InlineData("/bulk-orders")]
    [InlineData("/customers")]
    public Task Ignores_routes_that_are_no_collection_of_it(string route) => Verify.Ignores(In($$"""app.MapPost("{{route}}", async (OrderRequest request, Shop db) => { {{Make}} return Results.Ok(order); });"""));

    [Theory]
    [InlineData(Make + " return Results.Created($\"/orders/{order.Id}\", order);")]
    [InlineData(Make + " return Results.Accepted(\"/jobs/1\", order);")]
    [InlineData(Make + " return request.Name == \"\" ? Results.Ok(order) : Results.Created(\"/orders\", order);")]
    [InlineData("var known = await db.Orders.FirstOrDefaultAsync(x => x.Name == request.Name); if (known is null) { known = new Order(); db.Orders.Add(known); } else known.Name = request.Name; await db.SaveChangesAsync(); return Results.Ok(known);")]
    [InlineData("db.Orders.Update(new Order()); " + Make + " return Results.Ok(order);")]
    [InlineData("db.Orders.AddRange(new Order(), new Order()); await db.SaveChangesAsync(); return Results.Ok(1);")]
    [InlineData("await Task.Yield(); return Results.Ok(new Order());")]
    [InlineData("var found = await db.Orders.Where(x => x.Name == request.Name).Take(5).ToListAsync(); return Results.Ok(found);")]
    public Task Ignores_201_202_upserts_batches_and_searches(string body) => Verify.Ignores(In($$"""app.MapPost("/orders", async (OrderRequest request, Shop db) => { {{body}} });"""));

    [Fact]
    public Task Ignores_lists_and_other_verbs() => Verify.Ignores(In($$"""
        app.MapPost("/orders", async (List<OrderRequest> requests, Shop db) => { var request = requests[0]; {{Make}} return Results.Ok(order); });
        app.MapPut("/orders", async (OrderRequest request, Shop db) => { {{Make}} return Results.Ok(order); });
        """));

    [Fact]
    public Task Ignores_what_another_assembly_adds() => Verify.Ignores(
        In("""app.MapPost("/orders", (Other.Orders orders) => Results.Ok(orders.Create()));"""), test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Other", "namespace Other; public class Orders { public object Create() => new(); }")));

    [Fact]
    public Task Answers_where_the_new_one_is() => Verify.Fixes(In(
        $$"""
        app.MapPost("/api/v1/orders", async (OrderRequest request, Shop db) => { {{Make}} return [|Results.Ok(order)|]; /* new */ });
        app.MapPost("/orders", async Task<Results<Ok<Order>, BadRequest>> (OrderRequest request, Shop db) => { {{Make}} return [|TypedResults.Ok(order)|]; });
        """, """
        [HttpPost] public async Task<IActionResult> Create(OrderRequest request) { var order = new Order(); db.Add(order); await db.SaveChangesAsync(); return [|Ok(order)|]; }
        [HttpGet("{orderId:int}")] public IActionResult One(int orderId) => Ok(db.Orders.Find(orderId));
        """), In(
        $$"""
        app.MapPost("/api/v1/orders", async (OrderRequest request, Shop db) => { {{Make}} return Results.Created($"/api/v1/orders/{order.Id}", order); /* new */ });
        app.MapPost("/orders", async Task<Results<Created<Order>, BadRequest>> (OrderRequest request, Shop db) => { {{Make}} return TypedResults.Created($"/orders/{order.Id}", order); });
        """, """
        [HttpPost] public async Task<IActionResult> Create(OrderRequest request) { var order = new Order(); db.Add(order); await db.SaveChangesAsync(); return CreatedAtAction(nameof(One), new { orderId = order.Id }, order); }
        [HttpGet("{orderId:int}")] public IActionResult One(int orderId) => Ok(db.Orders.Find(orderId));
        """));

    [Fact]
    public Task Offers_nothing_where_the_address_is_not_known() => Verify.OffersNoFix(In(
        $$"""
        app.MapPost("/shops/{shop}/orders", async (OrderRequest request, Shop db) => { {{Make}} return [|Results.Ok(order)|]; });
        app.MapPost("/orders", async (OrderRequest request, Shop db) => { {{Make}} return [|Results.Ok(new { order.Name })|]; });
        """));

    [Theory]
    [InlineData("""app.MapPost("/orders", (OrderRequest request, Shop db) => { var order = new Order { Name = request.Name }; db.Orders.Add(order); db.SaveChanges(); return Results.Ok(order); });""", "")]
    [InlineData("app.MapControllers();", """[HttpPost] public IActionResult Create(OrderRequest request, [FromServices] Shop db) { var order = new Order { Name = request.Name }; db.Orders.Add(order); db.SaveChanges(); return Ok(order); } [HttpGet("{id}")] public string Get(int id) => "";""")]
    public async Task The_server_answers_201_with_the_location_after_and_200_before(string mapping, string action)
    {
        var source = $$"""
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Data.Sqlite;
            using Microsoft.EntityFrameworkCore;
            Subject.Create().Run();
            public class Order { public int Id { get; set; } public string Name { get; set; } = ""; }
            public record OrderRequest(string Name);
            public class Shop(DbContextOptions<Shop> options) : DbContext(options) { public DbSet<Order> Orders => Set<Order>(); }
            [ApiController, Route("orders")] public class OrdersController : ControllerBase { {{action}} }
            public static class Subject
            {
                public static WebApplication Create()
                {
                    var builder = WebApplication.CreateSlimBuilder();
                    builder.Logging.ClearProviders();
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    builder.Services.AddControllers().AddApplicationPart(typeof(Subject).Assembly);
                    var connection = new SqliteConnection("Data Source=:memory:");
                    connection.Open();
                    builder.Services.AddDbContext<Shop>(options => options.UseSqlite(connection));
                    var app = builder.Build();
                    using (var scope = app.Services.CreateScope()) scope.ServiceProvider.GetRequiredService<Shop>().Database.EnsureCreated();
                    {{mapping}}
                    return app;
                }
            }
            """;
        var repaired = await Fixer.FixAsync(source, "BST1020");
        Assert.Equal(["""200 {"id":1,"name":"Ann"}"""], await Served.AskAsync(source, """POST /orders {"name":"Ann"}"""));
        Assert.Equal(["""201 {"id":1,"name":"Ann"}"""], await Served.AskAsync(repaired, """POST /orders {"name":"Ann"}"""));
        Assert.Contains("order.Id", repaired, StringComparison.Ordinal);
    }
}
