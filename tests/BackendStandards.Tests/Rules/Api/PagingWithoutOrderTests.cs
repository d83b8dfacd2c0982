using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class PagingWithoutOrderTests
{
    private static readonly FixTest<Only<QueryAnalysis>, PagingWithoutOrderFix> Verify = new(RuleCatalog.PagingWithoutOrder);

    private static string In(string statements, string types = "") => $$"""
        using System.ComponentModel.DataAnnotations;
        using Dapper;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;

        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; public List<Order> Parts { get; set; } = []; }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        {{types}}
        public class Orders(Shop db, IMongoCollection<Order> mongo, System.Data.IDbConnection sql)
        {
            public async Task<object?> List(int page, int pageSize, bool newest, IQueryable<Order> given)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;

    public static TheoryData<string> Unordered =>
    [
        "return await db.Orders.[|Skip|](page * 20).Take(20).ToListAsync();",
        "return db.Orders.Where(order => order.Name != \"\").Include(order => order.Parts).AsNoTracking().[|Skip|](20).ToList();",
        "return db.Orders.[|Take|](pageSize).ToList();",
        "return db.Set<Order>().[|Take|](10).ToList();",
        "var orders = db.Orders.Where(order => order.Id > 1); return await orders.[|Skip|](page).Take(pageSize).Select(order => order.Name).ToListAsync();",
        "IQueryable<Order> orders = db.Orders; if (newest) orders = orders.Where(order => order.Id > 9); return orders.[|Skip|](page).ToList();",
        "return (from order in db.Orders where order.Id > 3 select order).[|Skip|](page).ToList();",
        """return sql.Query<Order>([|"SELECT * FROM orders LIMIT @pageSize OFFSET @page"|], new { pageSize, page });""",
        """return db.Orders.FromSqlRaw([|"SELECT * FROM orders LIMIT 20 OFFSET 40"|]).ToList();""",
    ];

    [Theory]
    [MemberData(nameof(Unordered))]
    public Task Reports_a_page_of_rows_in_no_order(string statements) => Verify.Reports(In(statements));

    public static TheoryData<string> Ordered =>
    [
        "return await db.Orders.OrderBy(order => order.Id).Skip(20).Take(20).ToListAsync();",
        "return db.Orders.OrderByDescending(order => order.Name).ThenBy(order => order.Id).Select(order => order.Name).Skip(20).ToList();",
        "return (from order in db.Orders orderby order.Name select order).Skip(page).ToList();",
        "var orders = newest ? db.Orders.OrderByDescending(order => order.Id) : db.Orders.OrderBy(order => order.Id); return orders.Skip(page).ToList();",
        "IQueryable<Order> orders = db.Orders; orders = newest switch { true => orders.OrderBy(order => order.Id), _ => orders.OrderBy(order => order.Name) }; return orders.Skip(page).ToList();",
        """return sql.Query<Order>("SELECT * FROM orders ORDER BY id LIMIT @pageSize OFFSET @page", new { pageSize, page });""",
        """return sql.Query<Order>("SELECT * FROM orders LIMIT 1");""",
        """return db.Orders.FromSqlRaw("SELECT * FROM orders ORDER BY name").Skip(page).ToList();""",
    ];

    [Theory]
    [MemberData(nameof(Ordered))]
    public Task Ignores_rows_in_order(string statements) => Verify.Ignores(In(statements));

    [Theory]
    [InlineData("var orders = new List<Order>(); return orders.Skip(page).Take(pageSize).ToList();")]
    [InlineData("var orders = await db.Orders.ToListAsync(); return orders.Skip(page).Take(pageSize).ToList();")]
    [InlineData("var orders = new List<Order>().AsQueryable(); return orders.Skip(page).Take(pageSize).ToList();")]
    public Task Ignores_sequences_in_memory(string statements) => Verify.Ignores(In(statements));

    [Fact]
    public Task Ignores_mongo_that_sorts() => Verify.Ignores(In("return await mongo.Find(order => true).SortBy(order => order.Id).Skip(page).Limit(pageSize).ToListAsync();"));

    [Theory]
    [InlineData("return db.Orders.Take(1).ToList();")]
    [InlineData("return db.Orders.Where(order => order.Id > 1).Take(1).Select(order => order.Name).ToList();")]
    public Task Ignores_one_row(string statements) => Verify.Ignores(In(statements));

    [Theory]
    [InlineData("return Newest().Skip(page).ToList(); IOrderedQueryable<Order> Newest() => db.Orders.OrderBy(order => order.Id);")]
    [InlineData("return db.Orders.Sorted().Skip(page).ToList();", "public static class Sorting { public static IQueryable<Order> Sorted(this IQueryable<Order> orders) => orders.OrderBy(order => order.Id); }")]
    [InlineData("return given.Skip(page).Take(pageSize).ToList();")]
    public Task Ignores_a_helper_that_may_order(string statements, string types = "") => Verify.Ignores(In(statements, types));

    [Fact]
    public Task Ignores_a_helper_of_another_assembly() => Verify.Ignores(In("return Shared.Sorting.Sorted(db.Orders).Skip(page).ToList();"), test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("Shared", "namespace Shared; public static class Sorting { public static IQueryable<T> Sorted<T>(IQueryable<T> rows) => rows; }")));

    [Theory]
    [InlineData("return await db.Orders.Take(2).CountAsync();")]
    [InlineData("return db.Orders.Skip(10).Any();")]
    [InlineData("return await db.Orders.Take(100).ExecuteDeleteAsync();")]
    public Task Ignores_what_is_the_same_in_any_order(string statements) => Verify.Ignores(In(statements));

    [Theory]
    [InlineData("while (page > 0) { var some = db.Orders.Take(100).ToList(); db.RemoveRange(some); } return null;")]
    [InlineData("var batchSize = 50; return db.Orders.Take(batchSize).ToList();")]
    [InlineData("var some = db.Orders.Take(100).ToList(); foreach (var one in some) db.Remove(one); return null;")]
    public Task Ignores_batches_of_work(string statements) => Verify.Ignores(In(statements));

    [Fact]
    public Task Orders_by_the_key() => Verify.FixesAll(In("""
        if (newest) return db.Orders.[|Skip|](20).Take(20).ToList(); // second
        var orders = db.Orders.Where(order => order.Id > 1);
        var names = await orders.Where(order => order.Name != "").Select(order => new { order.Name }).[|Skip|](page).ToListAsync();
        return await db.Set<Customer>()
            .Where(customer => customer.Name != "") // named
            .[|Skip|](page)
            .Take(pageSize)
            .ToListAsync();
        """, "public class Customer { [Key] public string Code { get; set; } = \"\"; public string Name { get; set; } = \"\"; }"), In("""
        if (newest) return db.Orders.OrderBy(x => x.Id).Skip(20).Take(20).ToList(); // second
        var orders = db.Orders.Where(order => order.Id > 1);
        var names = await orders.Where(order => order.Name != "").OrderBy(x => x.Id).Select(order => new { order.Name }).Skip(page).ToListAsync();
        return await db.Set<Customer>()
            .Where(customer => customer.Name != "") // named
            .OrderBy(x => x.Code)
            .Skip(page)
            .Take(pageSize)
            .ToListAsync();
        """, "public class Customer { [Key] public string Code { get; set; } = \"\"; public string Name { get; set; } = \"\"; }"));

    [Theory]
    [InlineData("return db.Set<Row>().[|Skip|](page).ToList();", "public class Row { public string Text { get; set; } = \"\"; }")]
    [InlineData("var names = db.Orders.Select(order => new View(order.Id)); return names.[|Skip|](page).ToList();", "public record View(int Id);")]
    [InlineData("return db.Set<Row>().[|Skip|](page).ToList();", "[Keyless] public class Row { public int Id { get; set; } }")]
    [InlineData("""return sql.Query<Order>([|"SELECT * FROM orders LIMIT @pageSize"|], new { pageSize });""")]
    public Task Offers_nothing_without_a_key(string statements, string types = "") => Verify.OffersNoFix(In(statements, types));

    [Fact]
    public async Task Pages_follow_each_other_after()
    {
        var source = SqliteShop.With("return db.Orders.Where(order => order.Weight > 0).Skip((page - 1) * 2).Take(2).Select(order => order.Name).ToList();");
        var repaired = await Fixer.FixAsync(source, "BST1042");
        // The index on the weight gives the order in which SQLite reads; that of the key is the same for every query.
        Assert.Equal(["200 [\"d\",\"c\"]", "200 [\"b\",\"a\"]"], await Served.AskAsync(source, "GET /orders?page=1", "GET /orders?page=2"));
        Assert.Equal(["200 [\"a\",\"b\"]", "200 [\"c\",\"d\"]"], await Served.AskAsync(repaired, "GET /orders?page=1", "GET /orders?page=2"));
    }
}
