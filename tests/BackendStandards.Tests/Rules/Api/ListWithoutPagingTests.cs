using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class ListWithoutPagingTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, ListWithoutPagingFix> Verify = new(RuleCatalog.ListWithoutPaging);

    private static string In(string mapping, string members = "", string types = "") => $$"""
        using System.ComponentModel.DataAnnotations;
        using Dapper;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;

        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; public int CustomerId { get; set; } public List<Order> Parts { get; set; } = []; public byte[] Label { get; set; } = []; }
        public class Brand { public int Id { get; set; } }
        public record View(int Id);
        public class Owner { public int Id => 3; }
        public enum Color { Red }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); public DbSet<Brand> Brands => Set<Brand>(); }
        public class EnableQueryAttribute : Attribute { public int PageSize { get; set; } }
        public interface IOrders { Task<IEnumerable<View>> AllAsync(); Task<List<View>> SomeAsync(int count); IAsyncEnumerable<Order> Stream(); }
        public class Orders(Shop db) : IOrders
        {
            public async Task<IEnumerable<View>> AllAsync() => await db.Orders.Select(order => new View(order.Id)).ToListAsync();
            public async Task<List<View>> SomeAsync(int count) { var orders = await db.Orders.OrderBy(order => order.Id).Take(count).ToListAsync(); return orders.Select(order => new View(order.Id)).ToList(); }
            public IAsyncEnumerable<Order> Stream() => db.Orders.AsAsyncEnumerable();
        }
        {{types}}
        public static class Endpoints { public static void Map(WebApplication app) { app.MapControllers(); {{mapping}} } }
        [ApiController]
        public class OrdersController(Shop db, IOrders orders) : ControllerBase
        {
            {{members}}
        }
        """;

    [Theory]
    [InlineData("""app.MapGet("/orders", (Shop db) => [|db.Orders.ToListAsync()|]);""")]
    [InlineData("""app.MapGet("/orders", async (Shop db) => Results.Ok(await [|db.Orders.Where(order => order.Name != "").ToListAsync()|]));""")]
    [InlineData("""app.MapGet("/orders", async (Shop db) => { var orders = await db.Orders.OrderBy(order => order.Id).ToListAsync(); return TypedResults.Ok([|orders|]); });""")]
    [InlineData("""app.MapGet("/orders", (string name, Shop db) => [|db.Orders.Where(order => order.Name == name).Select(order => new View(order.Id)).ToArray()|]);""")]
    [InlineData("""app.MapGet("/orders", async (IOrders orders) => Results.Ok(await [|orders.AllAsync()|]));""")]
    [InlineData("""app.MapGet("/orders", (IOrders orders) => [|orders.Stream()|]);""")]
    [InlineData("""app.MapGet("/orders", (System.Data.IDbConnection sql) => [|sql.QueryAsync<Order>("SELECT * FROM orders")|]);""")]
    [InlineData("""app.MapGet("/orders", async (IMongoCollection<Order> orders) => await [|orders.Find(order => order.Name != "").ToListAsync()|]);""")]
    [InlineData("""app.MapGet("/orders", (Owner owner, Shop db) => [|db.Orders.Where(order => order.CustomerId == owner.Id).ToList()|]);""")]
    [InlineData("""app.MapGet("/v{version}/orders", (string version, Shop db) => [|db.Orders.ToList()|]);""")]
    [InlineData("""app.MapGet("/orders", (Shop db) => [|db.Orders|]);""")]
    public Task Reports_all_rows_of_a_minimal_endpoint(string mapping) => Verify.Reports(In(mapping));

    [Theory]
    [InlineData("""[HttpGet("orders")] public async Task<IActionResult> All() => Ok(await [|db.Orders.ToListAsync()|]);""")]
    [InlineData("""[HttpGet("orders")] public async Task<ActionResult<IEnumerable<Order>>> All() => await [|db.Orders.ToListAsync()|];""")]
    [InlineData("""[HttpGet("orders")] public async Task<IEnumerable<View>> All() { var all = await orders.AllAsync(); return [|all|]; }""")]
    [InlineData("""[HttpGet("orders")] public IQueryable<Order> All() => [|db.Orders|];""")]
    [InlineData("""[HttpGet("orders")] public IActionResult All([FromQuery] Filter filter) { IQueryable<Order> all = db.Orders; if (filter.Name is not null) all = all.Where(order => order.Name == filter.Name); return Ok([|all.ToList()|]); } public class Filter { public string? Name { get; set; } }""")]
    public Task Reports_all_rows_of_an_action(string members) => Verify.Reports(In("", members));

    [Fact]
    public Task Reports_what_the_handler_of_a_request_gives() => Verify.Reports(In("""app.MapGet("/orders", async (ISender sender) => Results.Ok(await [|sender.Send(new ListOrders())|])); app.MapGet("/old", async (IModule module) => Results.Ok(await [|module.QueryAsync(new ListOrders())|]));""", types: """
        public interface IRequest<T>; public interface ISender { Task<T> Send<T>(IRequest<T> request); } public interface IRequestHandler<TRequest, T> { Task<T> Handle(TRequest request); }
        public interface IModule { Task<T> QueryAsync<T>(IRequest<T> query); } public class Module(ISender sender) : IModule { public Task<T> QueryAsync<T>(IRequest<T> query) => sender.Send(query); }
        public record ListOrders : IRequest<List<Order>>;
        public class ListOrdersHandler(Shop db) : IRequestHandler<ListOrders, List<Order>> { public Task<List<Order>> Handle(ListOrders request) => db.Orders.ToListAsync(); }
        """));

    [Fact]
    public Task Reports_what_is_answered_in_the_envelope() => Verify.Reports(In("""
        app.MapGet("/orders", async (Shop db) => BackendStandards.ApiResults.Ok(await [|db.Orders.ToListAsync()|]));
        """, """[HttpGet("a")] public IActionResult A() => Ok(BackendStandards.ApiResponse.Ok([|db.Orders.ToList()|]));"""), test => Envelope.AddTo(test.TestState));

    [Theory]
    [InlineData("int page")]
    [InlineData("int? pageNumber, int? pageSize")]
    [InlineData("int limit")]
    [InlineData("int take")]
    [InlineData("int top")]
    [InlineData("int offset")]
    [InlineData("int skip")]
    [InlineData("string? cursor")]
    [InlineData("string? after")]
    [InlineData("string? continuationToken")]
    [InlineData("[AsParameters] PaginationRequest request")]
    public Task Ignores_an_endpoint_that_takes_a_page(string parameters) => Verify.Ignores(In($"""app.MapGet("/orders", ({parameters}, Shop db) => db.Orders.ToList());""", types: "public record PaginationRequest(int PageIndex = 0, int PageSize = 10);"));

    [Fact]
    public Task Ignores_a_model_that_has_a_page() => Verify.Ignores(In("", """
        [HttpGet("a")] public IActionResult A([FromQuery] Query query) => Ok(db.Orders.ToList());
        public class Paged { public int PageSize { get; set; } } public class Query : Paged { public string? Name { get; set; } }
        """));

    [Theory]
    [InlineData("""app.MapGet("/orders", (Shop db) => db.Orders.OrderBy(order => order.Id).Take(20).ToList());""")]
    [InlineData("""app.MapGet("/orders", async (IOrders orders) => Results.Ok(await orders.SomeAsync(20)));""")]
    [InlineData("""app.MapGet("/orders", (System.Data.IDbConnection sql) => sql.Query<Order>("SELECT * FROM orders ORDER BY id LIMIT 20"));""")]
    [InlineData("""app.MapGet("/orders", (System.Data.IDbConnection sql) => sql.Query<Order>("SELECT TOP 20 * FROM orders ORDER BY id"));""")]
    [InlineData("""app.MapGet("/orders", async (IMongoCollection<Order> orders) => await orders.Find(order => true).Limit(20).ToListAsync());""")]
    public Task Ignores_a_constant_number_of_rows(string mapping) => Verify.Ignores(In(mapping));

    [Theory]
    [InlineData("""app.MapGet("/colors", () => Enum.GetNames<Color>());""")]
    [InlineData("""app.MapGet("/colors", () => new[] { "red", "green" });""")]
    [InlineData("""app.MapGet("/brands", (Shop db) => db.Brands.ToList());""")]
    [InlineData("""app.MapGet("/orders/types", (Shop db) => db.Orders.Select(order => order.Name).ToList());""")]
    [InlineData("""app.MapGet("/order-names", (Shop db) => db.Orders.Select(order => order.Name).Distinct().ToList());""")]
    public Task Ignores_fixed_sets_and_lookups(string mapping) => Verify.Ignores(In(mapping));

    [Fact]
    public Task Ignores_lookups_of_the_option() => Verify.Ignores(In("""app.MapGet("/orders", (Shop db) => db.Orders.ToList());"""), test => test.Configure("backend_standards.bst1040.lookups = orders"));

    [Fact]
    public Task Ignores_odata_that_pages() => Verify.Ignores(In("", """[HttpGet("a"), EnableQuery(PageSize = 20)] public IQueryable<Order> A() => db.Orders;"""));

    [Theory]
    [InlineData("""app.MapGet("/orders", (int[] ids, Shop db) => db.Orders.Where(order => ids.Contains(order.Id)).ToList());""")]
    [InlineData("""app.MapGet("/orders", (string ids, Shop db) => { var all = ids.Split(',').Select(int.Parse).ToList(); return db.Orders.Where(order => all.Contains(order.Id)).ToList(); });""")]
    [InlineData("""app.MapGet("/orders", (int id, Shop db) => db.Orders.Where(order => order.Id == id).ToList());""")]
    [InlineData("""app.MapGet("/orders", (string email, System.Data.IDbConnection sql) => sql.Query<Order>("SELECT * FROM orders WHERE CustomerEmail = @email", new { email }));""")]
    public Task Ignores_rows_that_are_asked_for_by_key(string mapping) => Verify.Ignores(In(mapping));

    [Theory]
    [InlineData("""app.MapGet("/orders/{id}/label", (int id, Shop db) => db.Orders.Find(id)!.Label);""")]
    [InlineData("""app.MapGet("/orders/name", () => "orders");""")]
    public Task Ignores_bytes_and_texts(string mapping) => Verify.Ignores(In(mapping));

    [Theory]
    [InlineData("/orders/export")]
    [InlineData("/orders/stream")]
    public Task Ignores_streaming_exports(string route) => Verify.Ignores(In($"""app.MapGet("{route}", (Shop db) => db.Orders.AsAsyncEnumerable());"""));

    [Theory]
    [InlineData("""app.MapGet("/orders/{id}/parts", async (int id, Shop db) => { var order = await db.Orders.Include(one => one.Parts).SingleAsync(one => one.Id == id); return Results.Ok(order.Parts); });""")]
    [InlineData("""app.MapGet("/customers/{id}/orders", (int id, Shop db) => db.Orders.Where(order => order.CustomerId == id).ToList());""")]
    public Task Ignores_children_of_one_thing(string mapping) => Verify.Ignores(In(mapping));

    [Theory]
    [InlineData("""app.MapPost("/orders", (Shop db) => db.Orders.ToList());""")]
    [InlineData("""app.MapGet("/orders", (Remote remote) => remote.Query());""")]
    [InlineData("""app.MapGet("/orders", async (Remote remote) => Results.Ok(await remote.AllAsync()));""")]
    [InlineData("""app.MapGet("/orders", (Remote remote, Shop db) => remote.Page(db.Orders).ToList());""")]
    public Task Ignores_other_verbs_and_what_is_decided_in_another_assembly(string mapping) => Verify.Ignores(In(mapping), test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("Other", "public abstract class Remote { public abstract IQueryable<string> Query(); public abstract Task<List<string>> AllAsync(); public abstract IQueryable<T> Page<T>(IQueryable<T> all); }")));

    [Fact]
    public Task Takes_a_page_in_a_controller() => Verify.Fixes(In("", """
        [HttpGet("orders")]
            public async Task<IActionResult> All(string? name, CancellationToken token) => // all
                Ok(await [|db.Orders.Where(order => order.Name != name).ToListAsync(token)|]);
        """), In("", """
        [HttpGet("orders")]
            public async Task<IActionResult> All(string? name, CancellationToken token, [FromQuery, Range(1, 100_000)] int page = 1, [FromQuery, Range(1, 100)] int pageSize = 20) => // all
                Ok(await db.Orders.Where(order => order.Name != name).OrderBy(x => x.Id).Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(token));
        """));

    [Fact]
    public Task Takes_a_page_in_minimal_handlers() => Verify.Fixes(In("""
        app.MapGet("/a", async (Shop db) =>
                {
                    var orders = await db.Orders
                        .OrderByDescending(order => order.Name)
                        .Select(order => new View(order.Id))
                        .ToListAsync();
                    return TypedResults.Ok([|orders|]);
                });
        """), In("""
        app.MapGet("/a", async (Shop db, int page = 1, int pageSize = 20) =>
                {
                    page = Math.Clamp(page, 1, 100_000);
                    pageSize = Math.Clamp(pageSize, 1, 100);
                    var orders = await db.Orders
                        .OrderByDescending(order => order.Name)
                        .Skip((page - 1) * pageSize)
                        .Take(pageSize)
                        .Select(order => new View(order.Id))
                        .ToListAsync();
                    return TypedResults.Ok(orders);
                });
        """));

    [Theory]
    [InlineData("""app.MapGet("/orders", async (IOrders orders) => Results.Ok(await [|orders.AllAsync()|]));""")]
    [InlineData("""app.MapGet("/orders", (System.Data.IDbConnection sql) => [|sql.QueryAsync<Order>("SELECT * FROM orders")|]);""")]
    [InlineData("""app.MapGet("/orders", (Shop db) => [|db.Orders.Select(order => new View(order.Id)).Where(view => view.Id > 1).ToList()|]);""")]
    public Task Offers_nothing_where_the_query_is_elsewhere(string mapping) => Verify.OffersNoFix(In(mapping));

    [Theory]
    [InlineData("""app.MapGet("/orders", (Shop db) => db.Orders.Select(order => order.Name).ToListAsync());""", "")]
    [InlineData("app.MapControllers();", """[ApiController] public class OrdersController(Shop db) : ControllerBase { [HttpGet("/orders")] public async Task<ActionResult<List<string>>> All() => await db.Orders.Select(order => order.Name).ToListAsync(); }""")]
    public async Task Page_two_gives_the_next_rows_after_and_everything_before(string mapping, string types)
    {
        var source = SqliteShop.Mapping(mapping, types);
        var repaired = await Fixer.FixAsync(source, "BST1040");
        Assert.Equal(["200 [\"a\",\"b\",\"c\",\"d\"]"], await Served.AskAsync(source, "GET /orders?page=2&pageSize=3"));
        Assert.Equal(["200 [\"a\",\"b\",\"c\"]", "200 [\"d\"]", "200 [\"a\",\"b\",\"c\",\"d\"]", "200 []"],
            await Served.AskAsync(repaired, "GET /orders?page=1&pageSize=3", "GET /orders?page=2&pageSize=3", "GET /orders", "GET /orders?page=100000&pageSize=100"));
    }
}
