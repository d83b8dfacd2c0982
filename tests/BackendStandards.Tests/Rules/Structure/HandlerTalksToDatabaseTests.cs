using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Rules.Structure;

public class HandlerTalksToDatabaseTests
{
    private static readonly RuleTest<Only<HostAnalysis>> Verify = new(RuleCatalog.HandlerTalksToDatabase);

    private static string In(string mapping, string types = "") => $$"""
        using System.Data;
        using Dapper;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Azure.Cosmos;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;

        var app = WebApplication.Create(args);
        app.MapControllers();
        {{mapping}}
        app.Run();

        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        {{types}}
        """;

    private static Action<RuleTest<Only<HostAnalysis>>.Run> With(params string[] settings) =>
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbackend_standards.bst9001.min_files = 1\n" + string.Join("\n", settings)));

    [Theory]
    [InlineData("async ([|Shop db|]) => { db.Orders.Add(new Order()); await db.SaveChangesAsync(); }")]
    [InlineData("(int id, [|Shop db|]) => db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync()")]
    [InlineData("(int id, [|Shop db|]) => { var orders = db.Orders; var one = orders.Where(x => x.Id == id); return one.ExecuteUpdateAsync(set => set.SetProperty(x => x.Name, \"\")); }")]
    [InlineData("([|Shop db|]) => db.Orders.FromSql($\"SELECT * FROM Orders\").ToListAsync()")]
    [InlineData("([|Shop db|]) => db.Database.ExecuteSqlAsync($\"EXEC Close\")")]
    [InlineData("([|IDbConnection db|]) => db.QueryAsync<Order>(\"SELECT * FROM Orders\")")]
    [InlineData("([|IDbConnection db|]) => db.Execute(\"DELETE FROM Orders\")")]
    [InlineData("([|SqliteConnection db|]) => { using var command = db.CreateCommand(); command.CommandText = \"VACUUM\"; command.ExecuteNonQuery(); }")]
    [InlineData("([|IMongoCollection<Order> orders|]) => orders.InsertOneAsync(new Order())")]
    [InlineData("([|Container orders|]) => orders.UpsertItemAsync(new Order())")]
    public Task Reports_handlers_that_write_or_send_sql(string handler) => Verify.Reports(In($"""app.MapPost("/orders", {handler});"""), With());

    [Fact]
    public Task Says_who_what_and_through_what() => Verify.Ignores(In("""app.MapPost("/orders", async ({|#0:Shop db|}) => { await db.SaveChangesAsync(); });"""), test =>
    {
        With()(test);
        test.TestState.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("POST /orders", "SaveChangesAsync", "db"));
    });

    [Theory]
    [InlineData("public class OrdersController([|Shop db|]) : ControllerBase { [HttpPost] public void Add() { db.Add(new Order()); db.SaveChanges(); } [HttpDelete] public void Clear() => db.Orders.ExecuteDelete(); }")]
    [InlineData("public class OrdersController : ControllerBase { private readonly Shop [|_db|]; public OrdersController(Shop db) => _db = db; [HttpPost] public void Add() { Store(); } [HttpGet] public int Count() => _db.Orders.Count(); private void Store() => _db.SaveChanges(); }")]
    [InlineData("public class OrdersController(Shop db) : ControllerBase { [|private Shop Db { get; } = db;|] [HttpPost] public void Add() => Db.SaveChanges(); }")]
    [InlineData("public class OrdersController : ControllerBase { [HttpPost] public void Add([FromServices, FromKeyedServices(\"a\")] [|Shop db|]) => db.SaveChanges(); }")]
    [InlineData("public class OrdersController : Rows { public OrdersController(Shop db) : base(db) { } [HttpPost] public void Add() => Db.SaveChanges(); } public abstract class Rows(Shop db) : ControllerBase { protected Shop Db => db; }")]
    public async Task Reports_a_controller_once(string controller)
    {
        controller = controller.Replace("[FromServices, FromKeyedServices(\"a\")] [|Shop db|]", "[|[FromServices] Shop db|]");
        var source = "[ApiController, Route(\"orders\")] " + controller;
        // What is inherited is shown at the class.
        if (controller.Contains(": Rows")) source = source.Replace("public abstract", "|]public abstract").Insert(0, "[|").Replace(" |]public", "|] public");
        await Verify.Reports(In("", source), With());
    }

    [Fact]
    public Task Reports_hubs_and_resolvers() => Verify.Reports(In("""app.MapHub<OrderHub>("/hub"); """, """
        public class OrderHub([|Shop db|]) : Hub { public Task Add() { db.Add(new Order()); return db.SaveChangesAsync(); } }
        public class Mutation : GraphQL.Types.ObjectGraphType { public Mutation([|Shop db|]) { Field<GraphQL.Types.IntGraphType>("add").Resolve(context => { db.Add(new Order()); return db.SaveChanges(); }); } }
        """), With());

    [Fact]
    public Task Reports_handlers_that_are_methods() => Verify.Reports(In("app.MapPost(\"/a\", Orders.Add); app.MapPost(\"/b\", new Clearing(new()).Run);", """
        public static class Orders { public static async Task<int> Add([|Shop db|]) { db.Add(new Order()); return await db.SaveChangesAsync(); } }
        public class Clearing([|Shop db|]) { public void Run() => db.Orders.ExecuteDelete(); }
        """), With());

    [Theory]
    [InlineData("(int id, Shop db) => db.Orders.FindAsync(id)")]
    [InlineData("(Shop db) => db.Orders.Where(x => x.Id > 1).ToListAsync()")]
    [InlineData("(int id, IMongoCollection<Order> orders) => orders.Find(x => x.Id == id).FirstAsync()")]
    public async Task Ignores_queries_where_the_option_allows_them(string handler)
    {
        var source = In($"""app.MapGet("/orders", {handler});""");
        await Verify.Ignores(source, With());
        var type = handler.Contains("IMongoCollection") ? "IMongoCollection<Order> orders" : "Shop db";
        await Verify.Reports(source.Replace(type, $"[|{type}|]"), With("backend_standards.bst9001.allow_queries = false"));
    }

    [Theory]
    [InlineData("(Service service) => service.Add()")]
    [InlineData("(IRows rows) => rows.SaveChangesAsync()")]
    [InlineData("async (List<Order> orders) => { orders.Add(new Order()); await Task.Yield(); }")]
    [InlineData("(Shop db) => { db.Orders.Add(new Order()); }")]
    public Task Ignores_services_abstractions_and_what_is_not_stored(string handler) => Verify.Ignores(In($"""app.MapPost("/orders", {handler});""", """
        public class Service(Shop db) { public void Add() { db.Add(new Order()); db.SaveChanges(); } }
        public interface IRows { Task SaveChangesAsync(); }
        """), With());

    [Fact]
    public Task Ignores_the_handler_of_a_mediator() => Verify.Ignores(In("app.MapPost(\"/orders\", (MediatR.IMediator mediator) => mediator.Send(new AddOrder()));", """
        public record AddOrder : MediatR.IRequest;
        public class AddOrderHandler(Shop db) : MediatR.IRequestHandler<AddOrder> { public Task Handle(AddOrder request, CancellationToken token) { db.Add(new Order()); return db.SaveChangesAsync(token); } }
        [ApiController, Route("slice")] public class SliceController(Shop db) : ControllerBase, MediatR.IRequestHandler<AddOrder> { [HttpPost] public Task Handle(AddOrder request, CancellationToken token) => db.SaveChangesAsync(token); }
        """), test =>
    {
        With()(test);
        test.TestState.AdditionalReferences.Add(OtherAssembly.Of("MediatR", "namespace MediatR; public interface IRequest; public interface IMediator { Task Send(IRequest request); } public interface IRequestHandler<T> { Task Handle(T request, CancellationToken token); }"));
    });

    [Fact]
    public Task Ignores_a_slice_of_FastEndpoints() => Verify.Ignores(In("", """
        public class AddOrder(Shop db) : FastEndpoints.EndpointWithoutRequest { public override void Configure() => Post("/orders"); public override Task HandleAsync(CancellationToken token) { db.Add(new Order()); return db.SaveChangesAsync(token); } }
        """), With());

    [Theory]
    [InlineData("namespace Shops.CloseShop { public static class CloseShopEndpoint { public static void Map(IEndpointRouteBuilder app) => app.MapPost(\"/close\", (Shop db) => db.SaveChangesAsync()); } }")]
    [InlineData("public static class CloseShop { public record Request(int Id); public static void Map(IEndpointRouteBuilder app) => app.MapPost(\"/close\", (Request request, Shop db) => db.SaveChangesAsync()); }")]
    public Task Ignores_slices_without_a_mediator(string types) => Verify.Ignores(In("", types), With());

    [Fact]
    public Task Reports_a_class_of_several_handlers_each() => Verify.Reports(In("", """
        namespace Shops.CloseShop { public static class CloseShopEndpoints { public static void Map(IEndpointRouteBuilder app) { app.MapPost("/close", ([|Shop db|]) => db.SaveChangesAsync()); app.MapPost("/open", ([|Shop db|]) => db.SaveChangesAsync()); } } }
        """), With());

    [Fact]
    public Task Reports_a_bundle_of_services() => Verify.Reports(In("app.MapPost(\"/orders\", ([|[AsParameters] Bundle all|]) => all.Shop.SaveChangesAsync());", "public record struct Bundle(Shop Shop, int Id);"), With());

    [Fact]
    public Task Ignores_small_projects() => Verify.Ignores(In("""app.MapPost("/orders", (Shop db) => db.SaveChangesAsync());"""));

    [Fact]
    public Task Reports_in_a_project_of_twenty_files() => Verify.Files([In("""app.MapPost("/orders", ([|Shop db|]) => db.SaveChangesAsync());"""), .. Enumerable.Range(1, 19).Select(i => $"class File{i};")]);

    [Fact]
    public Task Reports_small_projects_whose_database_is_in_another_assembly() => Verify.Reports(
        "using Contoso;\nvar app = WebApplication.Create(args); app.MapPost(\"/orders\", ([|Rows db|]) => db.SaveChangesAsync()); app.Run();",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Data", "namespace Contoso; public class Rows : Microsoft.EntityFrameworkCore.DbContext;")));

    [Fact]
    public Task Ignores_tests() => Verify.Ignores(In("""app.MapPost("/orders", (Shop db) => db.SaveChangesAsync());"""), With("build_property.IsTestProject = true"));

    [Fact]
    public Task Ignores_generated_code() => Verify.Files([In("Orders.Map(app);"), "// <auto-generated/>\npublic static class Orders { public static void Map(WebApplication app) => app.MapPost(\"/orders\", (Shop db) => db.SaveChangesAsync()); }"], With());

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(In("""app.MapPost("/orders", (Shop db) => { db.Orders.; db.SaveChanges(; });"""), test =>
    {
        With()(test);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
        test.DisabledDiagnostics.Add(RuleCatalog.HandlerTalksToDatabase.Id);
    });
}
