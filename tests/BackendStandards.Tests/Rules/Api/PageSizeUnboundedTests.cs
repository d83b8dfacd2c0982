using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class PageSizeUnboundedTests
{
    private static readonly RuleTest<Only<FlowAnalysis>> Verify = new(RuleCatalog.PageSizeUnbounded);

    private static string InAction(string statements, string parameters = "int pageSize = 20", string types = "", string members = "") => $$"""
        using System.ComponentModel.DataAnnotations;
        using Dapper;
        using FluentValidation;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;

        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; }
        {{types}}
        [ApiController]
        public class OrdersController(IQueryable<Order> orders, IMongoCollection<Order> mongo, System.Data.IDbConnection db, DbSet<Order> set, IConfiguration configuration) : ControllerBase
        {
            {{members}}
            [HttpGet("orders")]
            public async Task<object?> List({{parameters}})
            {
                {{statements}}
                await Task.Yield();
                return null;
            }
        }
        """;

    public static TheoryData<string> Unbounded =>
    [
        "return orders.Take([|pageSize|]).ToList();",
        "return orders.Where(order => order.Id > 0).Skip(20).Take([|pageSize|]).ToList();",
        "var size = pageSize; return orders.Take([|size|]).ToList();",
        "if (pageSize < 1) pageSize = 1; return orders.Take([|pageSize|]).ToList();",
        "if (pageSize > 0) return orders.Take([|pageSize|]).ToList();",
        "var size = Math.Max(1, pageSize); return orders.Take([|size|]).ToList();",
        "var size = pageSize is > 0 ? pageSize : 20; return orders.Take([|size|]).ToList();",
        "return orders.ToList().Take([|pageSize|]);",
        "return mongo.Find(order => true).Limit([|pageSize|]).ToList();",
        "return mongo.Aggregate().Limit([|pageSize|]).ToList();",
        "return mongo.FindSync(order => true, new FindOptions<Order> { Limit = [|pageSize|] }).ToList();",
        """return db.Query<Order>("SELECT * FROM orders ORDER BY id LIMIT @pageSize", new { [|pageSize|] });""",
        """return await db.QueryAsync<Order>("SELECT * FROM orders ORDER BY id OFFSET 0 ROWS FETCH NEXT @size ROWS ONLY", new { name = "a", size = [|pageSize|] });""",
        """return db.Query<Order>("SELECT TOP (@size) * FROM orders", new { size = [|pageSize|] });""",
        """return set.FromSql($"SELECT * FROM orders ORDER BY id LIMIT {[|pageSize|]}").ToList();""",
    ];

    [Theory]
    [MemberData(nameof(Unbounded))]
    public Task Reports_a_size_that_nothing_bounds(string statements) => Verify.Reports(InAction(statements));

    public static TheoryData<string, string> OtherSources => new()
    {
        { "return orders.Take([|pageSize ?? 20|]).ToList();", "int? pageSize" },
        { "return orders.Take([|pageSize.Value|]).ToList();", "int? pageSize" },
        { "return orders.Take([|pageSize.GetValueOrDefault(20)|]).ToList();", "int? pageSize" },
        { "return orders.Take([|int.Parse(limit)|]).ToList();", "string limit" },
        { "if (!int.TryParse(limit, out var size)) return null; return orders.Take([|size|]).ToList();", "string limit" },
        { """return orders.Take([|int.Parse(Request.Query["limit"]!)|]).ToList();""", "int page" },
        { "return orders.Take([|(int)limit|]).ToList();", "long limit" },
        { "return orders.Take([|top|]).ToList();", "[FromQuery(Name = \"$top\")] int top" },
    };

    [Theory]
    [MemberData(nameof(OtherSources))]
    public Task Reports_other_ways_for_a_size_to_come(string statements, string parameters) => Verify.Reports(InAction(statements, parameters));

    public static TheoryData<string> Bounded =>
    [
        "pageSize = Math.Min(pageSize, 100); return orders.Take(pageSize).ToList();",
        "return orders.Take(Math.Min(100, pageSize)).ToList();",
        "return orders.Take(Math.Clamp(pageSize, 1, 100)).ToList();",
        "return orders.Take(int.Clamp(pageSize, 1, 100)).ToList();",
        "if (pageSize > 100) return BadRequest(); return orders.Take(pageSize).ToList();",
        "if (pageSize < 1 || pageSize > 100) return BadRequest(); return orders.Take(pageSize).ToList();",
        "if (pageSize > 100) pageSize = 100; return orders.Take(pageSize).ToList();",
        "if (100 < pageSize) pageSize = 100; return orders.Take(pageSize).ToList();",
        "if (pageSize <= 100) return orders.Take(pageSize).ToList();",
        "if (pageSize is > 0 and <= 100) return orders.Take(pageSize).ToList();",
        "if (pageSize is < 1 or > 100) return BadRequest(); return orders.Take(pageSize).ToList();",
        "var size = pageSize > 100 ? 100 : pageSize; return orders.Take(size).ToList();",
        "var size = pageSize switch { < 1 => 20, > 100 => 100, _ => pageSize }; return orders.Take(size).ToList();",
        "if (pageSize is not (10 or 20 or 50)) return BadRequest(); return orders.Take(pageSize).ToList();",
        "if (!Sizes.Contains(pageSize)) return BadRequest(); return orders.Take(pageSize).ToList();",
        "ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, 100); return orders.Take(pageSize).ToList();",
        "pageSize = Limited(pageSize); return orders.Take(pageSize).ToList();",
        "if (!IsGood(pageSize)) return BadRequest(); return orders.Take(pageSize).ToList();",
        "Check(pageSize); return orders.Take(pageSize).ToList();",
        "return orders.Take(pageSize % 100).ToList();",
        """if (pageSize > configuration.GetValue<int>("MaxPageSize")) return BadRequest(); return orders.Take(pageSize).ToList();""",
        """return orders.Take(Math.Min(pageSize, configuration.GetValue<int>("MaxPageSize"))).ToList();""",
        """return db.Query<Order>("SELECT * FROM orders ORDER BY id LIMIT @size", new { size = Math.Min(pageSize, 100) });""",
        """return db.Query<Order>("SELECT * FROM orders WHERE limit = @pageSize", new { pageSize });""",
        "return orders.Skip(pageSize * 3).Take(20).ToList();",
        "return orders.First().Name.Take(pageSize).ToArray();",
        "return orders.Take(Math.Min(pageSize, orders.Count())).ToList();",
        "return orders.Where(order => order.Id == pageSize).Take(20).ToList();",
    ];

    [Theory]
    [MemberData(nameof(Bounded))]
    public Task Ignores_a_size_that_is_bounded(string statements) => Verify.Ignores(InAction(statements, members: """
        private static readonly HashSet<int> Sizes = [10, 20, 50];
        private const int Most = 100;
        private static int Limited(int size) => size > Most ? Most : size;
        private static bool IsGood(int size) => size > 0 && size <= Most;
        private static void Check(int size) { if (size > Most) throw new ArgumentException("too many"); }
        """));

    [Fact]
    public Task Ignores_a_value_from_configuration() => Verify.Ignores(InAction("""return orders.Take(configuration.GetValue<int>("PageSize")).ToList();"""));

    [Fact]
    public Task Ignores_a_list_that_is_paged_by_a_cursor_only() => Verify.Ignores(InAction("return orders.Where(order => order.Id > cursor).Take(50).ToList();", "int cursor"));

    [Fact]
    public Task Ignores_a_number_that_is_no_size() => Verify.Ignores(InAction("return orders.Take(ids.Length).ToList();", "[FromQuery] int[] ids"));

    [Fact]
    public Task Ignores_a_parameter_with_a_range() => Verify.Ignores(InAction("return orders.Take(pageSize).ToList();", "[Range(1, 100)] int pageSize = 20"));

    public static TheoryData<string> Models =>
    [
        "public class Paging { [Range(1, 100)] public int PageSize { get; set; } }",
        "public record Paging([Range(1, 100)] int PageSize);",
        "public record Paging([property: Range(1, 100)] int PageSize);",
        "public class Paging { private int _size = 20; public int PageSize { get => _size; set => _size = Math.Min(value, 100); } }",
        "public class Paging { private int _size = 20; public int PageSize { get => _size; set => _size = value > 100 ? 100 : value; } }",
        "public class Paging { private int _size = 20; public int PageSize { get => Math.Min(_size, 100); set => _size = value; } }",
        "public class Paging : IValidatableObject { public int PageSize { get; set; } public IEnumerable<ValidationResult> Validate(ValidationContext context) { if (PageSize > 100) yield return new(\"too many\"); } }",
        "public class Paging { public int PageSize { get; set; } } public class PagingValidator : AbstractValidator<Paging> { public PagingValidator() { RuleFor(paging => paging.PageSize).InclusiveBetween(1, 100); } }",
        "public class Paging { public int PageSize { get; set; } } public class PagingValidator : AbstractValidator<Paging> { public PagingValidator() { RuleFor(paging => paging.PageSize).GreaterThan(0).LessThanOrEqualTo(100).WithMessage(\"too many\"); } }",
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public Task Ignores_a_model_that_bounds_its_size(string types) => Verify.Ignores(InAction("return orders.Take(paging.PageSize).ToList();", "[FromQuery] Paging paging", types));

    [NewSyntaxFact]
    public Task Ignores_a_model_that_bounds_its_backing_field() => Verify.Ignores(
        InAction("return orders.Take(paging.PageSize).ToList();", "[FromQuery] Paging paging", "public class Paging { public int PageSize { get; set => field = Math.Clamp(value, 1, 100); } }"));

    public static TheoryData<string> LooseModels =>
    [
        "public class Paging { public int PageSize { get; set; } = 20; }",
        "public record Paging(int PageSize = 20);",
        "public class Paging { [Required] public int Page { get; set; } private int _size = 20; public int PageSize { get => _size; set => _size = value; } }",
        "public class Paging { public int PageSize { get; set; } } public class PagingValidator : AbstractValidator<Paging> { public PagingValidator() { RuleFor(paging => paging.PageSize).GreaterThan(0); } }",
    ];

    [Theory]
    [MemberData(nameof(LooseModels))]
    public Task Reports_a_model_that_does_not(string types) => Verify.Reports(InAction("return orders.Take([|paging.PageSize|]).ToList();", "[FromQuery] Paging paging", types.Replace("[Required] ", "")));

    [Fact]
    public Task Reports_across_a_service_and_an_interface() => Verify.Reports("""
        using Microsoft.AspNetCore.Mvc;
        public record Paging(int Page, int PageSize);
        public interface IOrders { List<string> List(Paging paging); }
        public class Orders(IQueryable<string> all) : IOrders
        {
            public List<string> List(Paging paging) => all.Skip((paging.Page - 1) * paging.PageSize).Take([|paging.PageSize|]).ToList();
        }
        [ApiController]
        public class OrdersController(IOrders orders) : ControllerBase
        {
            [HttpGet("orders")]
            public object List(int page, int pageSize) => orders.List(new Paging(page, pageSize));
        }
        """);

    [Fact]
    public Task Ignores_what_the_caller_bounded() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc;
        public class Orders(IQueryable<string> all)
        {
            public List<string> List(int page, int size) => all.Skip((page - 1) * size).Take(size).ToList();
        }
        [ApiController]
        public class OrdersController(Orders orders) : ControllerBase
        {
            [HttpGet("orders")]
            public object List(int page, int pageSize)
            {
                if (pageSize > 100) return BadRequest();
                return orders.List(page, pageSize);
            }
        }
        """);

    [Fact]
    public Task Reports_a_minimal_endpoint() => Verify.Reports("""
        var app = WebApplication.Create();
        var orders = new[] { "a" }.AsQueryable();
        app.MapGet("/orders", (int limit) => orders.Take([|limit|]).ToList());
        app.MapGet("/bounded", (int limit) => orders.Take(int.Min(limit, 100)).ToList());
        app.Run();
        """);

    [Fact]
    public Task Ignores_a_background_service_that_chooses_its_own_size() => Verify.Ignores("""
        public class Sweeper(IQueryable<string> all)
        {
            public List<string> Next(int batchSize) => all.Take(batchSize).ToList();
            public List<string> Run() => Next(500);
        }
        """);
}
