using System.Net;
using System.Reflection;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BackendStandards.Tests.Rules.Api;

public class MissingResourceFixTests
{
    private static readonly FixTest<Only<FlowAnalysis>, MissingResourceIsSuccessFix> Verify = new(RuleCatalog.MissingResourceIsSuccess);

    [Fact]
    public Task Tests_for_null_in_actions() => Verify.FixesAll("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        public class Order { public int Id { get; set; } }

        [ApiController]
        public class OrdersController(DbSet<Order> orders) : ControllerBase
        {
            [HttpGet("a/{id}")]
            public async Task<IActionResult> A(int id)
            {
                var order = await orders.FindAsync(id);
                // Here it is.
                return Ok([|order|]); // done
            }

            [HttpGet("b/{id}")]
            public async Task<IActionResult> B(int id) => Ok([|await orders.FindAsync(id)|]);

            [HttpGet("c/{id}")]
            public async Task<ActionResult<Order>> C(int id) => [|await orders.FindAsync(id)|];

            [HttpGet("d/{id}")]
            public async Task<Order?> D(int id)
            {
                var order = await orders.FindAsync(id);
                return [|order|];
            }

            [HttpGet("e/{id}")]
            public Order? E(int id) => [|orders.Find(id)|];
        }
        """, """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        public class Order { public int Id { get; set; } }

        [ApiController]
        public class OrdersController(DbSet<Order> orders) : ControllerBase
        {
            [HttpGet("a/{id}")]
            public async Task<IActionResult> A(int id)
            {
                var order = await orders.FindAsync(id);
                // Here it is.
                return order is null ? NotFound() : Ok(order); // done
            }

            [HttpGet("b/{id}")]
            public async Task<IActionResult> B(int id) => await orders.FindAsync(id) is { } order ? Ok(order) : NotFound();

            [HttpGet("c/{id}")]
            public async Task<ActionResult<Order>> C(int id) => await orders.FindAsync(id) is { } order ? order : NotFound();

            [HttpGet("d/{id}")]
            public async Task<ActionResult<Order>> D(int id)
            {
                var order = await orders.FindAsync(id);
                return order is null ? NotFound() : order;
            }

            [HttpGet("e/{id}")]
            public ActionResult<Order> E(int id) => orders.Find(id) is { } order ? order : NotFound();
        }
        """);

    [Fact]
    public Task Tests_for_null_in_minimal_handlers() => Verify.FixesAll("""
        using Microsoft.EntityFrameworkCore;

        public class Order { public int Id { get; set; } }

        public static class Endpoints
        {
            public static void Map(WebApplication app, DbSet<Order> orders)
            {
                app.MapGet("/a/{id}", async (int id) => Results.Ok([|await orders.FindAsync(id)|]));
                app.MapGet("/b/{id}", async (int id) => TypedResults.Ok([|await orders.FindAsync(id)|]));
                app.MapGet("/c/{id}", (int id) => [|orders.Find(id)|]);
                app.MapGet("/d/{id}", async (int id) =>
                {
                    var order = await orders.FindAsync(id);
                    return [|order|];
                });
            }
        }
        """, """
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.EntityFrameworkCore;

        public class Order { public int Id { get; set; } }

        public static class Endpoints
        {
            public static void Map(WebApplication app, DbSet<Order> orders)
            {
                app.MapGet("/a/{id}", async (int id) => await orders.FindAsync(id) is { } order ? Results.Ok(order) : Results.NotFound());
                app.MapGet("/b/{id}", async Task<Results<Ok<Order>, NotFound>> (int id) => await orders.FindAsync(id) is { } order ? TypedResults.Ok(order) : TypedResults.NotFound());
                app.MapGet("/c/{id}", Results<Ok<Order>, NotFound> (int id) => orders.Find(id) is { } order ? TypedResults.Ok(order) : TypedResults.NotFound());
                app.MapGet("/d/{id}", async Task<Results<Ok<Order>, NotFound>> (int id) =>
                {
                    var order = await orders.FindAsync(id);
                    return order is null ? TypedResults.NotFound() : TypedResults.Ok(order);
                });
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_an_interface_promises_the_type() => Verify.OffersNoFix("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } }
        public interface IOrders { Order? Get(int id); }
        [ApiController]
        public class OrdersController(DbSet<Order> orders) : ControllerBase, IOrders
        {
            [HttpGet("orders/{id}")]
            public Order? Get(int id) => [|orders.Find(id)|];
        }
        """);

    [Theory]
    [InlineData("""app.MapGet("/rows/{id}", (int id) => Results.Ok(Rows.FirstOrDefault(row => row.Id == id)));""", "OK")]
    [InlineData("""app.MapGet("/rows/{id}", (int id) => TypedResults.Ok(Rows.FirstOrDefault(row => row.Id == id)));""", "OK")]
    [InlineData("""app.MapGet("/rows/{id}", (int id) => Rows.FirstOrDefault(row => row.Id == id));""", "OK")]
    [InlineData("app.MapControllers();", "NoContent", """[HttpGet("/rows/{id}")] public IActionResult Get(int id) => Ok(Subject.Rows.FirstOrDefault(row => row.Id == id));""")]
    [InlineData("app.MapControllers();", "NoContent", """[HttpGet("/rows/{id}")] public ActionResult<Row> Get(int id) { var row = Subject.Rows.FirstOrDefault(row => row.Id == id); return row; }""")]
    [InlineData("app.MapControllers();", "NoContent", """[HttpGet("/rows/{id}")] public Row? Get(int id) => Subject.Rows.FirstOrDefault(row => row.Id == id);""")]
    public async Task The_server_answers_404_after_and_a_success_before(string mapping, string wrong, string action = "")
    {
        var source = $$"""
            using Microsoft.AspNetCore.Mvc;
            public record Row(int Id, string Name);
            public static class Subject
            {
                public static readonly List<Row> Rows = [new(1, "one")];
                public static void Run(WebApplication app) { {{mapping}} }
            }
            [ApiController]
            public class RowsController : ControllerBase { {{action}} }
            """;
        var repaired = await Fixer.FixAsync(source, "BST1022");
        Assert.NotEqual(source, repaired);

        Assert.Equal(wrong, (await AskAsync(source, 9)).Status);
        Assert.Equal("NotFound", (await AskAsync(repaired, 9)).Status);
        Assert.Equal(await AskAsync(source, 1), await AskAsync(repaired, 1));
        Assert.Contains("one", (await AskAsync(repaired, 1)).Body);
    }

    private static async Task<(string Status, string Body)> AskAsync(string source, int id)
    {
        using var image = new MemoryStream();
        var result = Sources.Compile(source).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics) + source);
        var assembly = Assembly.Load(image.ToArray());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddControllers().AddApplicationPart(assembly);
        await using var app = builder.Build();
        assembly.GetType("Subject")!.GetMethod("Run")!.Invoke(null, [app]);
        await app.StartAsync();
        using var client = new HttpClient();
        using var answer = await client.GetAsync($"{app.Urls.Single()}/rows/{id}");
        return (answer.StatusCode.ToString(), answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : "");
    }
}
