using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class FilteredInMemoryTests
{
    private static readonly FixTest<Only<QueryAnalysis>, FilteredInMemoryFix> Verify = new(RuleCatalog.FilteredInMemory);

    private static string In(string statements, string types = "") => $$"""
        using System.ComponentModel.DataAnnotations.Schema;
        using Microsoft.EntityFrameworkCore;

        public class Order
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public bool IsOpen => Id > 3;
            [NotMapped] public int Score { get; set; }
            public List<Order> Parts { get; set; } = [];
        }
        public record View(int Id);
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        {{types}}
        public class Orders(Shop db)
        {
            private static bool Fits(Order order) => order.Id > 1;
            public async Task<object?> List(int page, string name, List<int> ids, Order parent, IQueryable<Order> given, CancellationToken token)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;

    private static string Mapped(string mapping, string members = "", string types = "") => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class EnableQueryAttribute : Attribute;
        {{types}}
        public static class Endpoints { public static void Map(WebApplication app) { app.MapControllers(); {{mapping}} } }
        [ApiController] public class OrdersController(Shop db) : ControllerBase { {{members}} }
        """;

    public static TheoryData<string> Early =>
    [
        "return (await db.Orders.[|ToListAsync|]()).Where(order => order.Name == name).ToList();",
        "return db.Orders.[|ToList|]().Where(order => order.Id > page);",
        "return db.Orders.AsNoTracking().[|AsEnumerable|]().Where(order => order.Name.StartsWith(name)).ToList();",
        "return db.Orders.OrderBy(order => order.Id).[|ToArray|]().Skip(page).Take(20);",
        "return (await db.Orders.[|ToListAsync|](token)).Count;",
        "return db.Orders.[|ToList|]().Count();",
        "return db.Orders.[|ToList|]().FirstOrDefault(order => order.Id == page);",
        "return (await db.Orders.[|ToListAsync|]()).Any(order => ids.Contains(order.Id));",
        "var all = await db.Orders.[|ToListAsync|](); return all.Where(order => order.Id > page).ToList();",
        "var all = db.Orders.[|ToList|](); return all.Count;",
    ];

    [Theory]
    [MemberData(nameof(Early))]
    public Task Reports_rows_that_are_read_before_some_are_chosen(string statements) => Verify.Reports(In(statements));

    [Theory]
    [InlineData("return db.Orders.ToList().Where(Fits);")]
    [InlineData("return db.Orders.ToList().Where(order => Fits(order));")]
    [InlineData("return db.Orders.ToList().Where(order => order.IsOpen);")]
    [InlineData("return db.Orders.ToList().Where(order => order.Score > 1);")]
    [InlineData("return db.Orders.ToList().Where(order => order.Name.Equals(name, StringComparison.OrdinalIgnoreCase));")]
    [InlineData("return db.Orders.AsEnumerable().Where(order => order is { Id: > 3 });")]
    [InlineData("return db.Orders.ToList().Where((order, i) => i > 3);")]
    [InlineData("return db.Orders.ToList().Where(order => { return order.Id > 3; });")]
    [InlineData("return db.Orders.ToList().Where(order => order == parent || order.Name[0] == 'a');")]
    [InlineData("return db.Orders.Select(order => new View(order.Id)).ToList().Where(view => view.Id > 3);")]
    public Task Ignores_what_only_the_client_can_do(string statements) => Verify.Ignores(In(statements));

    [Theory]
    [InlineData("return await db.Orders.Where(order => order.Id > 1).ToListAsync();")]
    [InlineData("return db.Orders.Where(order => order.Id > 1).AsEnumerable().Select(order => order.IsOpen).Where(open => open);")]
    [InlineData("return db.Orders.Take(10).ToList().Where(order => order.Id > 1);")]
    [InlineData("return new List<Order>().ToList().Where(order => order.Id > 1);")]
    [InlineData("var all = await db.Orders.ToListAsync(); var some = all.Where(order => order.Id > 1); return (all, some);")]
    [InlineData("var all = await db.Orders.ToListAsync(); foreach (var id in ids) parent.Parts.Add(all.First(order => order.Id == id)); return parent;")]
    [InlineData("var all = await db.Orders.ToListAsync(); return ids.Select(id => all.First(order => order.Id == id));")]
    [InlineData("return given.ToList().Where(order => order.Id > 1);")]
    [InlineData("return parent.Parts.ToList().Where(order => order.Id > 1);")]
    public Task Ignores_rows_that_are_read_last_or_used_again(string statements) => Verify.Ignores(In(statements));

    [Fact]
    public Task Reports_a_query_that_an_endpoint_answers_with() => Verify.Reports(Mapped("""
        app.MapGet("/a", (Shop db) => [|db.Orders|]);
        app.MapGet("/b", (Shop db) => Results.Ok([|db.Orders.Where(order => order.Id > 1)|]));
        app.MapGet("/c", (Shop db) => TypedResults.Ok([|db.Set<Order>().AsNoTracking()|]));
        """, """
        [HttpGet("d")] public IQueryable<Order> D() => [|db.Orders.OrderBy(order => order.Id)|];
        [HttpGet("e")] public ActionResult<IQueryable<Order>> E() { var orders = db.Orders.AsQueryable(); return Ok([|orders|]); }
        """));

    [Fact]
    public Task Ignores_odata() => Verify.Ignores(Mapped("", """[HttpGet("a"), EnableQuery] public IQueryable<Order> A() => db.Orders;"""));

    [Fact]
    public Task Ignores_queries_of_repositories_and_of_what_is_not_seen() => Verify.Ignores(Mapped("""app.MapGet("/a", (IOrders orders) => orders.All);""", types: """
        public interface IOrders { IQueryable<Order> All { get; } }
        public class Repository(Shop db) { public IQueryable<Order> All() => db.Orders; }
        """));

    [Fact]
    public Task Moves_the_reading_last() => Verify.FixesAll(In("""
        var a = (await db.Orders.[|ToListAsync|](token)).Where(order => order.Name == name).ToList(); // a
        var b = db.Orders.[|ToList|]().Where(order => order.Id > page);
        var c = db.Orders
            .AsNoTracking() // read only
            .[|ToList|]()
            .Where(order => order.Id > page)
            .OrderBy(order => order.Name)
            .Skip(page).Take(20)
            .ToArray();
        var d = (await db.Orders.[|ToListAsync|](token)).Count;
        var e = (await db.Orders.[|ToListAsync|](token)).FirstOrDefault(order => order.Id == page);
        var f = db.Orders.[|ToList|]().Where(order => order.Id > page).Count();
        var g = (await db.Orders.[|ToListAsync|]()).Where(order => order.Id > page).Select(order => Fits(order)).ToList();
        return null;
        """), In("""
        var a = await db.Orders.Where(order => order.Name == name).ToListAsync(token); // a
        var b = db.Orders.Where(order => order.Id > page).ToList();
        var c = db.Orders
            .AsNoTracking() // read only
            .Where(order => order.Id > page)
            .OrderBy(order => order.Name)
            .Skip(page).Take(20)
            .ToArray();
        var d = await db.Orders.CountAsync(token);
        var e = await db.Orders.FirstOrDefaultAsync(order => order.Id == page, token);
        var f = db.Orders.Where(order => order.Id > page).Count();
        var g = (await db.Orders.Where(order => order.Id > page).ToListAsync()).Select(order => Fits(order)).ToList();
        return null;
        """));

    [Fact]
    public Task Reads_what_the_endpoint_answers_with() => Verify.FixesAll(Mapped("""
        app.MapGet("/a", (Shop db) => [|db.Orders|]);
        app.MapGet("/b", async (Shop db, CancellationToken token) => { await Task.Yield(); return Results.Ok([|db.Orders.Where(order => order.Id > 1)|]); });
        """, """
        [HttpGet("d")] public IQueryable<Order> D() => [|db.Orders.OrderBy(order => order.Id)|]; // d
        [HttpGet("e")] public ActionResult<IQueryable<Order>> E() { return Ok([|db.Orders.AsNoTracking()|]); }
        """), Mapped("""
        app.MapGet("/a", (Shop db) => db.Orders.ToList());
        app.MapGet("/b", async (Shop db, CancellationToken token) => { await Task.Yield(); return Results.Ok(await db.Orders.Where(order => order.Id > 1).ToListAsync(token)); });
        """, """
        [HttpGet("d")] public List<Order> D() => db.Orders.OrderBy(order => order.Id).ToList(); // d
        [HttpGet("e")] public ActionResult<List<Order>> E() { return Ok(db.Orders.AsNoTracking().ToList()); }
        """));

    [Fact]
    public Task Offers_nothing_where_the_list_has_a_name() => Verify.OffersNoFix(In("var all = await db.Orders.[|ToListAsync|](); return all.Where(order => order.Id > page).ToList();"));

    [Fact]
    public async Task The_answer_is_the_same_after()
    {
        var source = SqliteShop.With("return (await db.Orders.ToListAsync()).Where(order => order.Weight > page).OrderBy(order => order.Name).Skip(1).Take(2).Select(order => order.Name).ToList();", modifier: "async");
        var repaired = await Fixer.FixAsync(source, "BST1043");
        Assert.Contains(".Take(2).ToListAsync()", repaired);
        Assert.Equal(await Served.AskAsync(source, "GET /orders?page=1"), await Served.AskAsync(repaired, "GET /orders?page=1"));
        Assert.Equal(["200 [\"b\",\"c\"]"], await Served.AskAsync(repaired, "GET /orders?page=1"));
    }
}
