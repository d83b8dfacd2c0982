using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class MissingResourceIsSuccessTests
{
    private static readonly RuleTest<Only<FlowAnalysis>> Verify = new(RuleCatalog.MissingResourceIsSuccess);

    private static string InAction(string statements, string result = "IActionResult", string route = "orders/{id}", string members = "", string types = "") => $$"""
        using Dapper;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;

        public class Order { public int Id { get; set; } public int Owner { get; set; } public string Name { get; set; } = ""; public List<Order> Parts { get; set; } = []; }
        public record OrderDto(int Id) { public static OrderDto Of(Order order) => new(order.Id); }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class MissingException : Exception { }
        {{types}}
        [ApiController]
        public class OrdersController(Shop db, IMongoCollection<Order> mongo, System.Data.IDbConnection sql, Dictionary<int, Order> cache) : ControllerBase
        {
            {{members}}
            [HttpGet("{{route}}")]
            public async Task<{{result}}> Get(int id)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;

    public static TheoryData<string> Missing =>
    [
        "return Ok([|await db.Orders.FindAsync(id)|]);",
        "var order = await db.Orders.FindAsync(id); return Ok([|order|]);",
        "var order = db.Orders.Find(id); return Ok([|order|]);",
        "var order = await db.Orders.FirstOrDefaultAsync(one => one.Id == id); return Ok([|order|]);",
        "var order = await db.Orders.SingleOrDefaultAsync(one => one.Id == id); return Ok([|order|]);",
        "var order = db.Orders.FirstOrDefault(one => one.Id == id); return new OkObjectResult([|order|]);",
        "var order = await db.Orders.Where(one => one.Id == id).Select(one => new OrderDto(one.Id)).FirstOrDefaultAsync(); return Ok([|order|]);",
        "var order = await db.FindAsync<Order>(id); return Ok([|order|]);",
        """return Ok([|await sql.QueryFirstOrDefaultAsync<Order>("SELECT * FROM orders WHERE id = @id", new { id })|]);""",
        """return Ok([|sql.QuerySingleOrDefault<Order>("SELECT * FROM orders WHERE id = @id", new { id })|]);""",
        "return Ok([|await mongo.Find(one => one.Id == id).FirstOrDefaultAsync()|]);",
        "return Ok([|cache.GetValueOrDefault(id)|]);",
        "var order = await db.Orders.FindAsync(id); if (id < 0) return BadRequest(); return Ok([|order|]);",
        "var order = await db.Orders.FindAsync(id); if (order is null) await Task.Delay(1); return Ok([|order|]);",
        "Order? order = null; if (id > 0) order = await db.Orders.FindAsync(id).ConfigureAwait(false); return Ok([|order|]);",
    ];

    [Theory]
    [MemberData(nameof(Missing))]
    public Task Reports_a_lookup_that_reaches_ok_without_a_test(string statements) => Verify.Reports(InAction(statements));

    public static TheoryData<string, string> Bare => new()
    {
        { "return [|await db.Orders.FindAsync(id)|];", "ActionResult<Order>" },
        { "var order = await db.Orders.FindAsync(id); return [|order|];", "ActionResult<Order>" },
        { "return [|await db.Orders.FindAsync(id)|];", "Order?" },
        { "return Ok([|await db.Orders.FindAsync(id)|]);", "ActionResult<Order>" },
    };

    [Theory]
    [MemberData(nameof(Bare))]
    public Task Reports_a_bare_return(string statements, string result) => Verify.Reports(InAction(statements, result));

    public static TheoryData<string> Tested =>
    [
        "var order = await db.Orders.FindAsync(id); return order is null ? NotFound() : Ok(order);",
        "var order = await db.Orders.FindAsync(id); if (order == null) return NotFound(); return Ok(order);",
        "var order = await db.Orders.FindAsync(id); if (order is not null) return Ok(order); return NotFound();",
        "var order = await db.Orders.FindAsync(id); if (order is null) { return NotFound(); } return Ok(order);",
        "if (await db.Orders.FindAsync(id) is not { } order) return NotFound(); return Ok(order);",
        "return await db.Orders.FindAsync(id) is { } order ? Ok(order) : NotFound();",
        "return await db.Orders.FindAsync(id) is Order order ? Ok(order) : NotFound();",
        "return await db.Orders.FindAsync(id) switch { null => NotFound(), var order => Ok(order) };",
        "switch (await db.Orders.FindAsync(id)) { case null: return NotFound(); case var order: return Ok(order); }",
        "var order = await db.Orders.FindAsync(id) ?? throw new MissingException(); return Ok(order);",
        "var order = await db.Orders.FindAsync(id) ?? new Order(); return Ok(order);",
        "var order = await db.Orders.FindAsync(id); order ??= new Order(); return Ok(order);",
        "var order = await db.Orders.FindAsync(id); ArgumentNullException.ThrowIfNull(order); return Ok(order);",
        "var order = await db.Orders.FindAsync(id); if (order is null) throw new MissingException(); return Ok(order);",
        "var order = await db.Orders.FindAsync(id); Check(order); return Ok(order);",
        "var order = Found(await db.Orders.FindAsync(id)); return Ok(order);",
        "var order = await db.Orders.FindAsync(id); if (!IsThere(order)) return NotFound(); return Ok(order);",
        "var order = await db.Orders.FindAsync(id); if (order?.Owner != 7) return NotFound(); return Ok(order);",
        "var order = await db.Orders.FindAsync(id); var found = order is not null; if (!found) return NotFound(); return Ok(order);",
        "var order = await db.Orders.FindAsync(id); order!.Name = \"seen\"; return Ok(order);",
        "var order = await db.Orders.FindAsync(id); return Ok(new { order!.Id });",
        "var order = await db.Orders.FindAsync(id); return Ok(OrderDto.Of(order!));",
        "var order = await db.Orders.FindAsync(id); return Ok(new { order });",
        "var order = await db.Orders.FirstAsync(one => one.Id == id); return Ok(order);",
        "var order = await db.Orders.SingleAsync(one => one.Id == id); return Ok(order);",
        "var orders = await db.Orders.Where(one => one.Owner == id).ToListAsync(); return Ok(orders);",
        "var names = await db.Orders.Select(one => one.Parts).FirstOrDefaultAsync(); return Ok(names);",
        "var count = await db.Orders.Select(one => one.Id).FirstOrDefaultAsync(); return Ok(count);",
        "if (!await db.Orders.AnyAsync(one => one.Id == id)) return NotFound(); var order = await db.Orders.FindAsync(id); return Ok(order);",
        "if (!cache.TryGetValue(id, out var order)) return NotFound(); return Ok(order);",
        "return Ok(db.Orders.ToList().FirstOrDefault(one => one.Id == id, new Order()));",
        "return Ok(new Order());",
        "return NoContent();",
    ];

    [Theory]
    [MemberData(nameof(Tested))]
    public Task Ignores_what_is_tested_or_not_missing(string statements) => Verify.Ignores(InAction(statements, members: """
        private static void Check(Order? order) { if (order is null) throw new MissingException(); }
        private static Order Found(Order? order) => order ?? throw new MissingException();
        private static bool IsThere(Order? order) => order is not null;
        """));

    [Fact]
    public Task Ignores_a_route_that_names_no_resource() => Verify.Ignores(InAction("return Ok(await db.Orders.OrderBy(one => one.Id).FirstOrDefaultAsync());", route: "orders/latest"));

    [Fact]
    public Task Ignores_a_not_found_exception_that_a_handler_maps() => Verify.Ignores(InAction("return Ok(await GetAsync(id));", members: """
        private async Task<Order> GetAsync(int id)
        {
            var order = await db.Orders.FindAsync(id);
            if (order is null) throw new MissingException();
            return order;
        }
        """));

    [Fact]
    public Task Reports_a_service_behind_an_interface() => Verify.Reports("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } }
        public interface IOrders { Task<Order?> FindAsync(int id); Task<Order> GetAsync(int id); }
        public class Orders(DbSet<Order> all) : IOrders
        {
            public async Task<Order?> FindAsync(int id) => await all.FirstOrDefaultAsync(order => order.Id == id);
            public async Task<Order> GetAsync(int id) => await all.FirstOrDefaultAsync(order => order.Id == id) ?? throw new KeyNotFoundException();
        }
        [ApiController]
        [Route("orders")]
        public class OrdersController(IOrders orders) : ControllerBase
        {
            [HttpGet("{id}")]
            public async Task<IActionResult> Get(int id)
            {
                var order = await orders.FindAsync(id);
                return Ok([|order|]);
            }
            [HttpGet("{id}/strict")]
            public async Task<IActionResult> GetStrictly(int id) => Ok(await orders.GetAsync(id));
        }
        """);

    [Fact]
    public Task Reports_a_declaration_that_says_null_is_possible() => Verify.Reports("""
        using Microsoft.AspNetCore.Mvc;
        public record Order(int Id);
        public interface IOrders { Task<Order?> FindAsync(int id); Task<Order> GetAsync(int id); Order? Last { get; } }
        [ApiController]
        [Route("orders")]
        public class OrdersController(IOrders orders) : ControllerBase
        {
            [HttpGet("{id}")]
            public async Task<IActionResult> Get(int id) => Ok([|await orders.FindAsync(id)|]);
            [HttpGet("{id}/strict")]
            public async Task<IActionResult> GetStrictly(int id) => Ok(await orders.GetAsync(id));
        }
        """);

    [Fact]
    public Task Reports_a_handler_behind_a_mediator() => Verify.Reports("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        namespace MediatR
        {
            public interface IRequest<T> { }
            public interface ISender { Task<T> Send<T>(IRequest<T> request, CancellationToken cancellation = default); }
            public interface IRequestHandler<TRequest, T> where TRequest : IRequest<T> { Task<T> Handle(TRequest request, CancellationToken cancellation); }
        }
        namespace Shop
        {
            using MediatR;
            public class Order { public int Id { get; set; } }
            public record GetOrder(int Id) : IRequest<Order?>;
            public record GetOrderStrictly(int Id) : IRequest<Order>;
            public class GetOrderHandler(DbSet<Order> orders) : IRequestHandler<GetOrder, Order?>
            {
                public async Task<Order?> Handle(GetOrder request, CancellationToken cancellation) => await orders.FindAsync([request.Id], cancellation);
            }
            public class GetOrderStrictlyHandler(DbSet<Order> orders) : IRequestHandler<GetOrderStrictly, Order>
            {
                public async Task<Order> Handle(GetOrderStrictly request, CancellationToken cancellation) => await orders.FindAsync([request.Id], cancellation) ?? throw new KeyNotFoundException();
            }
            [ApiController]
            [Route("orders")]
            public class OrdersController(ISender sender) : ControllerBase
            {
                [HttpGet("{id}")]
                public async Task<IActionResult> Get(int id) => Ok([|await sender.Send(new GetOrder(id))|]);
                [HttpGet("{id}/strict")]
                public async Task<IActionResult> GetStrictly(int id) => Ok(await sender.Send(new GetOrderStrictly(id)));
            }
        }
        """);

    [Fact]
    public Task Reports_minimal_endpoints() => Verify.Reports("""
        using Microsoft.EntityFrameworkCore;
        var app = WebApplication.Create();
        var group = app.MapGroup("/orders");
        app.MapGet("/orders/{id}", async (int id, Shop db) => await [|db.Orders.FindAsync(id)|]);
        app.MapGet("/orders/{id}/result", async (int id, Shop db) => Results.Ok([|await db.Orders.FindAsync(id)|]));
        app.MapGet("/orders/{id}/typed", (int id, Shop db) => TypedResults.Ok([|db.Orders.Find(id)|]));
        group.MapGet("/{id}/group", Orders.Get);
        app.MapGet("/orders/{id}/good", async (int id, Shop db) => await db.Orders.FindAsync(id) is { } order ? Results.Ok(order) : Results.NotFound());
        app.MapGet("/orders/first", async (Shop db) => Results.Ok(await db.Orders.FirstOrDefaultAsync()));
        app.Run();

        public class Order { public int Id { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public static class Orders
        {
            public static async Task<IResult> Get(int id, Shop db) => TypedResults.Ok([|await db.Orders.FindAsync(id)|]);
        }
        """.Replace("await [|db.Orders.FindAsync(id)|])", "[|await db.Orders.FindAsync(id)|])"));
}
