using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public class EntityBoundTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, EntityBoundFix> Verify = new(RuleCatalog.EntityBound);

    private static string In(string mapping, string members = "", string attribute = "", string controller = "[ApiController] ") => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        {{attribute}}public class Order { public int Id { get; set; } [Required, StringLength(50)] public string Name { get; set; } = ""; public bool IsAdmin { get; set; } public List<Order> Parts { get; set; } = []; }
        public record OrderRequest(string Name);
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public static class Endpoints { public static void Map(WebApplication app) { app.MapControllers(); {{mapping}} } }
        {{controller}}public class OrdersController(Shop db) : ControllerBase { {{members}} private void Use(object what) => db.Add(what); }
        """;

    [Theory]
    [InlineData("""app.MapPost("/", ([|Order order|], Shop db) => { db.Add(order); return Results.NoContent(); });""")]
    [InlineData("""app.MapPut("/{id}", (int id, [|[FromBody] Order order|], Shop db) => { db.Update(order); return Results.NoContent(); });""")]
    [InlineData("""app.MapPost("/", ([|List<Order> orders|], Shop db) => { db.AddRange(orders); return Results.NoContent(); });""")]
    [InlineData("""app.MapPost("/", ([|[FromForm] Order order|], Shop db) => { db.Add(order); return Results.NoContent(); });""")]
    public Task Reports_a_row_that_the_caller_fills(string mapping) => Verify.Reports(In(mapping));

    [Theory]
    [InlineData("""[HttpPost("a")] public IActionResult A([|Order order|]) { Use(order); return NoContent(); }""", "[ApiController] ")]
    [InlineData("""[HttpPost("a")] public IActionResult A([|Order order|]) { Use(order); return NoContent(); }""", "")]
    [InlineData("""[HttpPost("a")] public IActionResult A([|[FromBody] Order order|]) { Use(order); return NoContent(); }""", "")]
    public Task Reports_a_row_that_an_action_binds(string members, string controller) => Verify.Reports(In("", members, controller: controller));

    [Theory]
    [InlineData("""[HttpPost("a")] public IActionResult A([Bind("Name")] Order order) { Use(order); return NoContent(); }""", "")]
    [InlineData("""[HttpPost("a")] public IActionResult A(Order order) { Use(order); return NoContent(); }""", "[Bind(\"Name\")] ")]
    public Task Ignores_a_list_of_what_may_be_bound(string members, string attribute) => Verify.Ignores(In("", members, attribute, controller: ""));

    [Fact]
    public Task Ignores_rows_without_a_key() => Verify.Ignores(In("""app.MapPost("/", (Order order) => Results.NoContent());""", attribute: "[Keyless] "));

    [Theory]
    [InlineData("""app.MapPost("/", (OrderRequest request, Shop db) => { db.Add(new Order { Name = request.Name }); return Results.NoContent(); });""")]
    [InlineData("""app.MapPost("/", ([FromServices] Order order) => Results.NoContent());""")]
    [InlineData("""app.MapPost("/", (Other.Order order) => Results.NoContent());""")]
    public Task Ignores_request_types_and_services(string mapping) =>
        Verify.Ignores(In(mapping), test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Other", "namespace Other; public class Order { public int Id { get; set; } }")));

    [Fact]
    public Task Writes_a_request_for_an_action() => Verify.Fixes(In("", """
        [HttpPost("a")]
            public async Task<IActionResult> A([|Order order|], CancellationToken token)
            {
                db.Orders.Add(order); // new
                await db.SaveChangesAsync(token);
                return NoContent();
            }
        """), In("", """
        [HttpPost("a")]
            public async Task<IActionResult> A(CreateOrderRequest request, CancellationToken token)
            {
                var order = request.ToOrder();
                db.Orders.Add(order); // new
                await db.SaveChangesAsync(token);
                return NoContent();
            }
        """) + """


        public sealed record CreateOrderRequest([Required, StringLength(50)] string Name)
        {
            public Order ToOrder() => new() { Name = Name };
        }
        """);

    [Theory]
    [InlineData("""app.MapPut("/", ([|Order order|], Shop db) => { db.Update(order); return Results.NoContent(); });""")]
    [InlineData("""app.MapPost("/", ([|List<Order> orders|], Shop db) => { db.AddRange(orders); return Results.NoContent(); });""")]
    [InlineData("""app.MapPost("/", ([|Order order|], Shop db) => db.Add(order).Entity.Id + order.Id);""")]
    public Task Offers_nothing_for_updates_and_lists(string mapping) => Verify.OffersNoFix(In(mapping));

    [Fact]
    public async Task A_column_that_the_request_names_stays_empty_after()
    {
        var source = SqliteShop.Mapping("""
            app.MapPost("/orders", async (Order order, Shop db) => { db.Add(order); await db.SaveChangesAsync(); return Results.NoContent(); });
            app.MapGet("/orders/{name}", (string name, Shop db) => db.Orders.Single(order => order.Name == name).PasswordHash ?? "none");
            """);
        var repaired = await Fixer.FixAsync(source, "BST2011");
        const string Body = """POST /orders {"name":"e","weight":9,"passwordHash":"mine"}""";
        Assert.Equal(["204", "200 mine"], await Served.AskAsync(source, Body, "GET /orders/e"));
        Assert.Equal(["204", "200 none"], await Served.AskAsync(repaired, Body, "GET /orders/e"));
    }
}
