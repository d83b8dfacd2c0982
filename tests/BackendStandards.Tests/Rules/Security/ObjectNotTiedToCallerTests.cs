using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class ObjectNotTiedToCallerTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, ObjectNotTiedToCallerFix> Verify = new(RuleCatalog.ObjectNotTiedToCaller);

    private static string In(string mapping, string members = "", string types = "", string context = "") => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        var app = WebApplication.Create(args);
        app.MapControllers();
        {{mapping}}

        public class Order { public int Id { get; set; } public string UserId { get; set; } = ""; public string Name { get; set; } = ""; }
        public class Page { public int Id { get; set; } public string CreatedBy { get; set; } = ""; }
        public class Product { public int Id { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); public DbSet<Page> Pages => Set<Page>(); public DbSet<Product> Products => Set<Product>(); {{context}} }
        [ApiController, Authorize] public class RowsController(Shop db) : ControllerBase { {{members}} private Shop Shop => db; }
        {{types}}
        """;

    [Theory]
    [InlineData("/orders/{id}", "async (int id, Shop db) => await [|db.Orders.FindAsync(id)|]")]
    [InlineData("/orders/{id}", "async (int id, Shop db) => await [|db.Orders.FirstOrDefaultAsync(x => x.Id == id)|]")]
    [InlineData("/orders/{orderId}", "(int orderId, Shop db) => [|db.Orders.AsNoTracking().Where(x => x.Id == orderId).Single()|]")]
    public Task Reports_a_thing_of_somebody_that_is_read_by_its_key(string route, string handler) => Verify.Reports(In($"""app.MapGet("{route}", {handler}).RequireAuthorization();"""));

    [Fact]
    public Task Reports_actions_changes_and_services() => Verify.Reports(In("", """
        [HttpDelete("a/{id}")] public IActionResult A(int id) { var order = [|db.Orders.Find(id)|]; db.Remove(order!); return NoContent(); }
        [HttpPut("b/{id}")] public IActionResult B(int id) { var page = [|db.Pages.Single(x => x.Id == id)|]; db.Update(page); return NoContent(); }
        [HttpGet("c/{id}")] public IActionResult C(int id, [FromServices] IOrders orders) => Ok([|orders.Get(id)|]);
        """, "public interface IOrders { Order? Get(int id); } public class Orders(Shop db) : IOrders { public Order? Get(int id) => db.Orders.FirstOrDefault(x => x.Id == id); }"));

    [Theory]
    [InlineData("""modelBuilder.Entity<Order>().HasQueryFilter(x => x.UserId == "1");""")]
    public Task Ignores_a_global_query_filter(string configuration) => Verify.Ignores(In("""app.MapGet("/orders/{id}", (int id, Shop db) => db.Orders.Find(id)).RequireAuthorization();""",
        context: $$"""protected override void OnModelCreating(ModelBuilder modelBuilder) { {{configuration}} }"""));

    [Theory]
    [InlineData("/orders/{id}", ".RequireAuthorization(\"managers\")")]
    [InlineData("/orders/{id}", ".RequireAuthorization(policy => policy.RequireRole(\"manager\"))")]
    [InlineData("/admin/orders/{id}", ".RequireAuthorization()")]
    [InlineData("/orders/{id}", ".AllowAnonymous()")]
    [InlineData("/orders/{id}", "")]
    public Task Ignores_roles_policies_administrators_and_open_endpoints(string route, string after) => Verify.Ignores(In($"""app.MapGet("{route}", (int id, Shop db) => db.Orders.Find(id)){after};"""));

    [Theory]
    [InlineData("(int id, Shop db, ClaimsPrincipal user) => { var order = db.Orders.Find(id); return order?.UserId == user.Identity?.Name ? order : null; }")]
    [InlineData("(int id, Shop db, ICurrentUser current) => { var order = db.Orders.Find(id); return order?.UserId == current.Id ? order : null; }")]
    [InlineData("async (int id, Shop db, IAuthorizationService rights, HttpContext context) => { var order = db.Orders.Find(id); await rights.AuthorizeAsync(context.User, order, \"own\"); return order; }")]
    [InlineData("(int id, Shop db, Guard guard) => { guard.Demand(id); return db.Orders.Find(id); }")]
    [InlineData("(int id, Shop db) => db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == \"1\")")]
    [InlineData("(int id, Shop db) => db.Products.Find(id)")]
    [InlineData("(int id, Shop db) => db.Pages.Find(id)")]
    public Task Ignores_code_that_asks_who_is_calling_and_things_of_nobody(string handler) => Verify.Ignores(In($"""app.MapGet("/orders/{"{id}"}", {handler}).RequireAuthorization();""",
        types: "public interface ICurrentUser { string Id { get; } } public class Guard(IHttpContextAccessor accessor) { public void Demand(int id) { if (accessor.HttpContext is null || id < 0) throw new InvalidOperationException(); } }"));

    [Fact]
    public Task Ignores_a_request_with_a_mark_for_authorization() => Verify.Ignores(In(
        """app.MapGet("/orders/{id}", (int id, ISender sender) => sender.Send(new GetOrder(id))).RequireAuthorization();""", types: """
        public interface ISender { Task<object?> Send(object request); }
        public interface IAuthorizedRequest;
        public record GetOrder(int Id) : IAuthorizedRequest;
        public class GetOrderHandler(Shop db) { public Task<Order?> Handle(GetOrder request, CancellationToken token) => db.Orders.FirstOrDefaultAsync(x => x.Id == request.Id, token); }
        """));

    [Fact]
    public Task Ignores_contexts_and_policies_of_another_assembly() => Verify.Ignores(
        In("""app.MapGet("/orders/{id}", (int id, Other.Store db) => db.Rows.Find(id)).RequireAuthorization();"""),
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Other", "namespace Other; public class Row { public int Id { get; set; } public string UserId { get; set; } = \"\"; } public class Store : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<Row> Rows => Set<Row>(); }")));

    [Fact]
    public Task Asks_for_the_owner() => Verify.Fixes(
        In("""app.MapGet("/orders/{id}", async (int id, Shop db) => await [|db.Orders.FirstOrDefaultAsync(x => x.Id == id)|]).RequireAuthorization(); // one""",
            """[HttpGet("a/{id}")] public IActionResult A(int id) => Ok([|db.Orders.Where(x => x.Id == id).First()|]);"""),
        In("""app.MapGet("/orders/{id}", async (int id, Shop db, ClaimsPrincipal user) => await db.Orders.FirstOrDefaultAsync(x => x.Id == id && x.UserId == user.FindFirstValue(ClaimTypes.NameIdentifier)!)).RequireAuthorization(); // one""",
            """[HttpGet("a/{id}")] public IActionResult A(int id) => Ok(db.Orders.Where(x => x.Id == id && x.UserId == User.FindFirstValue(ClaimTypes.NameIdentifier)!).First());"""));

    [Fact]
    public Task Offers_nothing_for_a_look_up_by_key() => Verify.OffersNoFix(In("""app.MapGet("/orders/{id}", (int id, Shop db) => [|db.Orders.Find(id)|]).RequireAuthorization();"""));
}
