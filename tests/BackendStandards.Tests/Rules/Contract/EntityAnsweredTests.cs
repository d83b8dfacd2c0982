using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public class EntityAnsweredTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, EntityAnsweredFix> Verify = new(RuleCatalog.EntityAnswered);

    private static string In(string mapping, string members = "", string attribute = "", string context = "") => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        {{attribute}}public class Order { public int Id { get; set; } public string Name { get; set; } = ""; public Customer? Customer { get; set; } }
        public class Customer { public int Id { get; set; } public string PasswordHash { get; set; } = ""; }
        public record OrderDto(int Id);
        public record Page<T>(IReadOnlyList<T> Items, int Total);
        public class Key<T> { public int Number { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); {{context}} }
        public static class Endpoints { public static void Map(WebApplication app) { app.MapControllers(); {{mapping}} } }
        [ApiController] public class OrdersController(Shop db) : ControllerBase { {{members}} }
        """;

    [Theory]
    [InlineData("""app.MapGet("/{id}", async (int id, Shop db) => Results.Ok([|await db.Orders.SingleAsync(order => order.Id == id)|]));""")]
    [InlineData("""app.MapGet("/", (Shop db) => [|db.Orders.ToListAsync()|]);""")]
    [InlineData("""app.MapGet("/", (Shop db) => TypedResults.Ok([|db.Orders.ToArray()|]));""")]
    [InlineData("""app.MapGet("/", (Shop db) => { var orders = db.Orders.ToList(); return Results.Ok([|new Page<Order>(orders, 3)|]); });""")]
    [InlineData("""app.MapGet("/", (Shop db) => Results.Ok([|new { orders = db.Orders.ToList(), total = 3 }|]));""")]
    [InlineData("""app.MapGet("/", (Shop db) => BackendStandards.ApiResults.Ok([|db.Orders.First()|]));""")]
    [InlineData("""app.MapPost("/", (Shop db) => Results.Created("/1", [|db.Orders.First()|]));""")]
    public Task Reports_a_row_that_is_sent(string mapping) => Verify.Reports(In(mapping.Replace("[|await ", "await [|")));

    [Theory]
    [InlineData("""[HttpGet("a")] public IActionResult A() => Ok([|db.Orders.First()|]);""")]
    [InlineData("""[HttpGet("a")] public ActionResult<Order> A() => [|db.Orders.First()|];""")]
    [InlineData("""[HttpGet("a")] public async Task<ActionResult<IEnumerable<Order>>> A() { var orders = await db.Orders.ToListAsync(); return [|orders|]; }""")]
    public Task Reports_a_row_that_an_action_sends(string members) => Verify.Reports(In("", members));

    [Theory]
    [InlineData("using Row = Account; ", "public class Bank : DbContext { public DbSet<Row> Accounts => Set<Row>(); }")]
    [InlineData("", "public abstract class BankBase<TRow> : DbContext where TRow : class { public DbSet<TRow> Accounts => Set<TRow>(); } public class Bank : BankBase<Account>;")]
    public Task Reports_a_row_whose_name_does_not_stand_at_the_table(string alias, string context) =>
        Verify.Reports(alias + In("""app.MapGet("/", (Bank bank) => Results.Ok([|bank.Accounts.First()|]));""") + " public class Account { public int Id { get; set; } } " + context);

    [Fact]
    public Task Ignores_types_that_are_marked_as_contracts() =>
        Verify.Ignores(In("""app.MapGet("/", (Shop db) => db.Orders.First());""", attribute: "public class ApiContractAttribute : Attribute; [ApiContract] "));

    [Theory]
    [InlineData("""app.MapGet("/", (Shop db) => db.Orders.Select(order => new OrderDto(order.Id)).First());""")]
    [InlineData("""app.MapGet("/", (Shop db) => db.Orders.Select(order => new { order.Id, order.Name }).ToList());""")]
    [InlineData("""app.MapGet("/", (Shop db) => Results.Ok(db.Orders.Count()));""")]
    [InlineData("""app.MapGet("/", (Shop db) => Results.Ok(new Key<Order>()));""")]
    [InlineData("""app.MapGet("/", (Shop db) => db.Orders.First().Customer);""")]
    public Task Ignores_projections_and_what_no_set_is_of(string mapping) => Verify.Ignores(In(mapping));

    [Fact]
    public Task Ignores_types_that_have_the_same_name() => Verify.Ignores(In("""app.MapGet("/", () => new Contracts.Order());""") + "\nnamespace Contracts { public class Order { public int Id { get; set; } } }");

    [Fact]
    public Task Ignores_read_models_with_an_attribute() => Verify.Ignores(In("""app.MapGet("/", (Shop db) => db.Orders.First());""", attribute: "[Keyless] "));

    [Fact]
    public Task Ignores_read_models_that_are_configured() =>
        Verify.Ignores(In("""app.MapGet("/", (Shop db) => db.Orders.First());""", context: "protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<Order>().HasNoKey();"));

    [Fact]
    public Task Reports_a_row_whose_context_is_in_another_assembly() => Verify.Reports("""
        public static class Endpoints { public static void Map(WebApplication app) => app.MapGet("/", (Data.Store db) => [|db.Rows.ToList()|]); }
        """, test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Data",
            "using Microsoft.EntityFrameworkCore; namespace Data; public class Row { public int Id { get; set; } } public class Store : DbContext { public DbSet<Row> Rows => Set<Row>(); }")));

    [Fact]
    public Task Ignores_types_of_another_assembly_that_has_no_context() => Verify.Ignores("""
        public static class Endpoints { public static void Map(WebApplication app) => app.MapGet("/", (Data.Store db) => db.Rows); }
        """, test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Data", "namespace Data; public class Row { public int Id { get; set; } } public class Store { public List<Row> Rows => []; }")));

    [Fact]
    public Task Writes_a_response() => Verify.Fixes(In("""app.MapGet("/", (Shop db) => Results.Ok([|db.Orders.ToList()|]));""", """
        [HttpGet("a"), ProducesResponseType<Order>(200)]
            public async Task<ActionResult<Order>> A(int id)
            {
                var order = await db.Orders.SingleAsync(one => one.Id == id);
                return Ok([|order|]); // one
            }
        """), In("""app.MapGet("/", (Shop db) => Results.Ok(db.Orders.ToList().Select(OrderResponse.From).ToList()));""", """
        [HttpGet("a"), ProducesResponseType<OrderResponse>(200)]
            public async Task<ActionResult<OrderResponse>> A(int id)
            {
                var order = await db.Orders.SingleAsync(one => one.Id == id);
                return Ok(OrderResponse.From(order)); // one
            }
        """) + """


        public sealed record OrderResponse(int Id, string Name)
        {
            public static OrderResponse From(Order order) => new(order.Id, order.Name);
        }
        """);

    [Theory]
    [InlineData("""app.MapGet("/", (Shop db) => Results.Ok([|new { order = db.Orders.First() }|]));""")]
    [InlineData("""app.MapGet("/{id}", (int id, Shop db) => Results.Ok([|db.Orders.Find(id)|]));""")]
    [InlineData("""app.MapGet("/", (Shop db) => [|db.Orders.ToListAsync()|]);""")]
    public Task Offers_nothing_for_what_may_be_missing_or_is_wrapped(string mapping) => Verify.OffersNoFix(In(mapping));

    [Theory]
    [InlineData("""app.MapGet("/orders", (Shop db) => TypedResults.Ok(db.Orders.OrderBy(order => order.Id).Take(2).ToList()));""", "")]
    [InlineData("app.MapControllers();", """[ApiController] public class OrdersController(Shop db) : ControllerBase { [HttpGet("/orders")] public async Task<ActionResult<List<Order>>> All() => await db.Orders.OrderBy(order => order.Id).Take(2).ToListAsync(); }""")]
    public async Task Secrets_stay_at_home_after(string mapping, string types)
    {
        var source = SqliteShop.Mapping(mapping, types);
        var repaired = await Fixer.FixAsync(source, "BST2010");
        Assert.Contains("passwordHash", (await Served.AskAsync(source, "GET /orders")).Single());
        Assert.Equal(["""200 [{"id":1,"name":"a","weight":4},{"id":2,"name":"b","weight":3}]"""], await Served.AskAsync(repaired, "GET /orders"));
    }
}
