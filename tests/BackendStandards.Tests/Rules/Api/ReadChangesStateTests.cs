using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class ReadChangesStateTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, ReadChangesStateFix> Verify = new(RuleCatalog.ReadChangesState);

    private static string In(string mapping, string members = "", string types = "") => $$"""
        using System.Data;
        using Confluent.Kafka;
        using Dapper;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;
        using RabbitMQ.Client;

        var app = WebApplication.Create(args);
        app.MapControllers();
        {{mapping}}

        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsPaid { get; set; } public int ViewCount { get; set; } public DateTime LastSeenAt { get; set; } public void Cancel() => IsPaid = false; }
        public class AuditEntry { public int Id { get; set; } }
        public class RequestLog { public int Id { get; set; } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); public DbSet<AuditEntry> Audit => Set<AuditEntry>(); public DbSet<RequestLog> Logs => Set<RequestLog>(); }
        [ApiController] public class RowsController(Shop db) : ControllerBase { {{members}} private Shop Shop => db; }
        {{types}}
        """;

    [Theory]
    [InlineData("(Shop db) => { db.Orders.Add(new Order()); db.SaveChanges(); }")]
    [InlineData("async (Shop db) => { db.Add(new Order()); await db.SaveChangesAsync(); }")]
    [InlineData("async (int id, Shop db) => { var order = await db.Orders.FindAsync(id); if (order is null) return Results.NotFound(); order.IsPaid = true; await db.SaveChangesAsync(); return Results.Ok(); }")]
    [InlineData("async (int id, Shop db) => { var order = await db.Orders.FirstAsync(x => x.Id == id); order.Cancel(); await db.SaveChangesAsync(); }")]
    [InlineData("async (int id, Shop db) => { var order = await db.Orders.FirstAsync(x => x.Id == id); db.Orders.Remove(order); await db.SaveChangesAsync(); }")]
    [InlineData("(int id, Shop db) => db.Orders.Where(x => x.Id == id).ExecuteDelete()")]
    [InlineData("(int id, Shop db) => db.Orders.Where(x => x.Id == id).ExecuteUpdateAsync(set => set.SetProperty(x => x.IsPaid, true))")]
    [InlineData("(int id, Shop db) => db.Database.ExecuteSqlAsync($\"DELETE FROM Orders WHERE Id = {id}\")")]
    [InlineData("(int id, IDbConnection db) => db.Execute(\"UPDATE Orders SET IsPaid = 1 WHERE Id = @id\", new { id })")]
    [InlineData("(int id, SqliteConnection db) => { using var command = db.CreateCommand(); command.CommandText = \"insert into Orders default values\"; command.ExecuteNonQuery(); }")]
    [InlineData("(IMongoCollection<Order> orders) => orders.InsertOneAsync(new Order())")]
    [InlineData("(IChannel channel) => channel.BasicPublishAsync(\"orders\", \"paid\", ReadOnlyMemory<byte>.Empty)")]
    [InlineData("(IProducer<string, string> producer) => producer.ProduceAsync(\"orders\", new Message<string, string>())")]
    [InlineData("(System.Net.Mail.SmtpClient mail) => mail.Send(\"a@b.c\", \"d@e.f\", \"g\", \"h\")")]
    public Task Reports_a_read_that_changes(string handler) => Verify.Reports(In($"""app.[|MapGet|]("/orders/pay", {handler});"""));

    [Fact]
    public Task Reports_actions_and_what_they_call() => Verify.Reports(In("", """
        [HttpGet("a/{id}")] public async Task<IActionResult> [|A|](int id) { var order = await db.Orders.FindAsync(id); order!.Name = "x"; await db.SaveChangesAsync(); return NoContent(); }
        [HttpGet("b/{id}")] public IActionResult [|B|](int id, [FromServices] IOrders orders) { orders.Pay(id); return NoContent(); }
        [HttpHead("c/{id}")] public IActionResult [|C|](int id) { Pay(id); return NoContent(); }
        private void Pay(int id) => db.Orders.Where(x => x.Id == id).ExecuteDelete();
        """, "public interface IOrders { void Pay(int id); } public class Orders(Shop db) : IOrders { public void Pay(int id) { var order = db.Orders.Single(x => x.Id == id); order.IsPaid = true; db.SaveChanges(); } }"));

    [Theory]
    [InlineData("(Shop db) => { db.Audit.Add(new AuditEntry()); db.SaveChanges(); }")]
    [InlineData("(Shop db) => { db.Add(new RequestLog()); db.SaveChanges(); }")]
    [InlineData("(int id, Shop db) => { var order = db.Orders.Single(x => x.Id == id); order.ViewCount++; order.LastSeenAt = DateTime.UtcNow; db.SaveChanges(); return order.Name; }")]
    [InlineData("(int id, Shop db) => db.Orders.Where(x => x.Id == id).Select(x => x.Name).ToList()")]
    [InlineData("(int id, IDbConnection db) => db.Execute(\"INSERT INTO AuditLog (Id) VALUES (@id)\", new { id })")]
    [InlineData("(IMongoCollection<RequestLog> logs) => logs.InsertOneAsync(new RequestLog())")]
    public Task Ignores_audit_logs_and_view_counters(string handler) => Verify.Ignores(In($"""app.MapGet("/orders/one", {handler});"""));

    [Fact]
    public Task Ignores_what_the_option_lists() => Verify.Ignores(In("""app.MapGet("/orders/pay", (Shop db) => { db.Orders.Add(new Order()); db.SaveChanges(); });"""),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*]\nbackend_standards.bst1002.bookkeeping = order")));

    [Theory]
    [InlineData("(Shop db) => { var order = db.Orders.FirstOrDefault(); if (order is null) { order = new Order(); db.Orders.Add(order); db.SaveChanges(); } return order.Name; }")]
    [InlineData("(Shop db) => { if (!db.Orders.Any()) { db.Orders.Add(new Order()); db.SaveChanges(); } return 1; }")]
    [InlineData("(Microsoft.Extensions.Caching.Memory.IMemoryCache cache) => cache.GetOrCreate(\"a\", _ => 1)")]
    public Task Ignores_cache_fills_and_what_is_made_on_demand(string handler)
    {
        if (handler.Contains("IMemoryCache")) handler = handler.Replace("Microsoft.Extensions.Caching.Memory.IMemoryCache cache) => cache.GetOrCreate(\"a\", _ => 1)", "Microsoft.Extensions.Caching.Distributed.IDistributedCache cache) => cache.Set(\"a\", [], new())");
        return Verify.Ignores(In($"""app.MapGet("/orders/one", {handler});"""));
    }

    [Theory]
    [InlineData("/signin-google")]
    [InlineData("/login/callback")]
    [InlineData("/oauth/authorize")]
    [InlineData("/account/confirm-email")]
    [InlineData("/newsletter/unsubscribe")]
    public Task Ignores_sign_in_callbacks_and_links_of_mails(string route) => Verify.Ignores(In($$"""app.MapGet("{{route}}", (Shop db) => { db.Orders.Add(new Order()); db.SaveChanges(); });"""));

    [Theory]
    [InlineData("(IDbConnection db) => db.Query<int>(\"SELECT Id FROM Orders\")")]
    [InlineData("(IDbConnection db) => db.Execute(\"INSERT INTO #ids SELECT Id FROM Orders\")")]
    [InlineData("(Shop db, string sql) => db.Database.ExecuteSqlRaw(sql)")]
    [InlineData("(Shop db) => db.SaveChanges()")]
    [InlineData("(Shop db) => { var order = db.Orders.AsNoTracking().First(); order.Name = \"x\"; return order.Name; }")]
    [InlineData("(Shop db) => { try { return 1; } catch { db.Orders.Add(new Order()); db.SaveChanges(); throw; } }")]
    public Task Ignores_read_replicas_and_changes_that_are_not_seen(string handler) => Verify.Ignores(In($"""app.MapGet("/orders/one", {handler});"""));

    [Fact]
    public Task Ignores_other_verbs_and_development() => Verify.Ignores(In("""
        app.MapPost("/a", (Shop db) => { db.Orders.Add(new Order()); db.SaveChanges(); });
        app.MapMethods("/b", ["GET", "POST"], (Shop db) => { db.Orders.Add(new Order()); db.SaveChanges(); });
        app.MapMethods("/c", app.Configuration["Verbs"]!.Split(','), (Shop db) => { db.Orders.Add(new Order()); db.SaveChanges(); });
        if (app.Environment.IsDevelopment()) app.MapGet("/d", (Shop db) => { db.Orders.Add(new Order()); db.SaveChanges(); });
        """));

    [Fact]
    public Task Ignores_what_another_assembly_does() => Verify.Ignores(
        In("""app.MapGet("/orders/pay", (Other.Orders orders) => orders.Pay());"""), test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Other", "namespace Other; public class Orders { public void Pay() { } }")));

    [Fact]
    public Task Answers_POST() => Verify.Fixes(In("""
        // Pays.
        app.[|MapGet|]("/orders/{id}/pay", (int id, Shop db) => { db.Orders.Where(x => x.Id == id).ExecuteDelete(); }).WithName("pay"); // once
        """, """[HttpGet("a/{id}")] public void [|A|](int id) { db.Orders.Where(x => x.Id == id).ExecuteDelete(); }"""), In("""
        // Pays.
        app.MapPost("/orders/{id}/pay", (int id, Shop db) => { db.Orders.Where(x => x.Id == id).ExecuteDelete(); }).WithName("pay"); // once
        """, """[HttpPost("a/{id}")] public void A(int id) { db.Orders.Where(x => x.Id == id).ExecuteDelete(); }"""));

    [Fact]
    public Task Offers_nothing_where_POST_is_answered_already() => Verify.OffersNoFix(In("""
        app.[|MapGet|]("/orders", (Shop db) => { db.Orders.ExecuteDelete(); });
        app.MapPost("/orders", () => 1);
        """));

    [Theory]
    [InlineData("""app.MapGet("/orders/{id}/pay", (int id, Shop db) => { db.Orders.Where(x => x.Id == id).ExecuteDelete(); return "done"; });""", "")]
    [InlineData("app.MapControllers();", """[HttpGet("/orders/{id}/pay")] public string Pay(int id, [FromServices] Shop db) { db.Orders.Where(x => x.Id == id).ExecuteDelete(); return "done"; }""")]
    public async Task The_server_refuses_GET_after_and_POST_before(string mapping, string action)
    {
        var source = $$"""
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Data.Sqlite;
            using Microsoft.EntityFrameworkCore;
            Subject.Create().Run();
            public class Order { public int Id { get; set; } }
            public class Shop(DbContextOptions<Shop> options) : DbContext(options) { public DbSet<Order> Orders => Set<Order>(); }
            public class RowsController : ControllerBase { {{action}} }
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
        var repaired = await Fixer.FixAsync(source, "BST1002");
        Assert.Equal(["200 done", "405"], await Served.AskAsync(source, "GET /orders/1/pay", "POST /orders/1/pay"));
        Assert.Equal(["405", "200 done"], await Served.AskAsync(repaired, "GET /orders/1/pay", "POST /orders/1/pay"));
    }
}
