using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public sealed class PageWithoutMetaTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, PageWithoutMetaFix> Verify = new(RuleCatalog.PageWithoutMeta);

    [Fact]
    public Task Reports_typed_results() => Verify.FixesAll(App("""
        app.MapGet("/products", Results<ApiOk<List<Product>>, ApiNotFound> (Catalog catalog, int page, int pageSize) =>
        {
            if (page < 1) return ApiResults.NotFound();
            var (items, total) = catalog.Page(page, pageSize);
            return [|ApiResults.Ok(items)|];
        });
        app.MapGet("/brands", (Catalog catalog, int pageNumber, int limit) =>
        {
            var found = catalog.Found(pageNumber, limit);
            return [|ApiResults.Ok(found.Items)|]; // the page
        });
        """), App("""
        app.MapGet("/products", Results<ApiPaged<Product>, ApiNotFound> (Catalog catalog, int page, int pageSize) =>
        {
            if (page < 1) return ApiResults.NotFound();
            var (items, total) = catalog.Page(page, pageSize);
            return ApiResults.Paged(items, page, pageSize, total);
        });
        app.MapGet("/brands", (Catalog catalog, int pageNumber, int limit) =>
        {
            var found = catalog.Found(pageNumber, limit);
            return ApiResults.Paged(found.Items.ToList(), pageNumber, limit, found.TotalCount); // the page
        });
        """));

    [Fact]
    public Task Reports_bodies_of_an_action() => Verify.FixesAll(Controller("""
            [HttpGet]
            public ActionResult<ApiResponse<List<Product>>> List([FromQuery] Paging paging)
            {
                var (items, total) = catalog.Page(paging.Page, paging.PageSize);
                return Ok([|ApiResponse.Ok(items)|]);
            }
        """), Controller("""
            [HttpGet]
            public ActionResult<ApiResponse<IReadOnlyList<Product>>> List([FromQuery] Paging paging)
            {
                var (items, total) = catalog.Page(paging.Page, paging.PageSize);
                return Ok(ApiResponse.Paged(items, paging.Page, paging.PageSize, total));
            }
        """));

    [Fact]
    public Task Reports_what_a_group_and_controllers_put_into_the_envelope() => Verify.Fixes(App("""
        app.Services.GetService<IServiceCollection>()!.AddControllers().AddApiEnvelope();
        var group = app.MapGroup("/api").WithApiEnvelope();
        group.MapGet("/products", (Catalog catalog, int page, int pageSize) =>
        {
            var (items, total) = catalog.Page(page, pageSize);
            return [|TypedResults.Ok(items)|];
        });
        group.MapGet("/brands", (Catalog catalog, int page, int pageSize) => [|catalog.All(page, pageSize)|]);
        app.MapGet("/bare", (Catalog catalog, int page, int pageSize) => TypedResults.Ok(catalog.All(page, pageSize)));
        """) + """

        [Microsoft.AspNetCore.Mvc.ApiController, Microsoft.AspNetCore.Mvc.Route("orders")]
        public sealed class OrdersController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            [Microsoft.AspNetCore.Mvc.HttpGet]
            public Microsoft.AspNetCore.Mvc.IActionResult List(int page, int pageSize, int total) => Ok([|new List<Product>()|]);
        }
        """, App("""
        app.Services.GetService<IServiceCollection>()!.AddControllers().AddApiEnvelope();
        var group = app.MapGroup("/api").WithApiEnvelope();
        group.MapGet("/products", (Catalog catalog, int page, int pageSize) =>
        {
            var (items, total) = catalog.Page(page, pageSize);
            return ApiResults.Paged(items, page, pageSize, total);
        });
        group.MapGet("/brands", (Catalog catalog, int page, int pageSize) => [|catalog.All(page, pageSize)|]);
        app.MapGet("/bare", (Catalog catalog, int page, int pageSize) => TypedResults.Ok(catalog.All(page, pageSize)));
        """) + """

        [Microsoft.AspNetCore.Mvc.ApiController, Microsoft.AspNetCore.Mvc.Route("orders")]
        public sealed class OrdersController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            [Microsoft.AspNetCore.Mvc.HttpGet]
            public Microsoft.AspNetCore.Mvc.IActionResult List(int page, int pageSize, int total) => Ok(ApiResponse.Paged(new List<Product>(), page, pageSize, total));
        }
        """);

    [Fact]
    public Task Counts_the_rows_of_a_query_that_is_seen() => Verify.Fixes("using Microsoft.EntityFrameworkCore;\n" + App("""
        app.MapGet("/products", async (Shop shop, string name, int page, int pageSize, CancellationToken cancellation) =>
        {
            // One page of them.
            var items = await shop.Products.Where(product => product.Name == name).OrderBy(product => product.Id)
                .Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancellation);
            return [|ApiResults.Ok(items)|];
        });
        """) + Database, "using Microsoft.EntityFrameworkCore;\n" + App("""
        app.MapGet("/products", async (Shop shop, string name, int page, int pageSize, CancellationToken cancellation) =>
        {
            // One page of them.
            var total = await shop.Products.Where(product => product.Name == name).CountAsync(cancellation);
            var items = await shop.Products.Where(product => product.Name == name).OrderBy(product => product.Id)
                .Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancellation);
            return ApiResults.Paged(items, page, pageSize, total);
        });
        """) + Database, test => test.CodeActionEquivalenceKey = "BST2005.Count");

    [Fact]
    public Task Counts_a_page_from_one() => Verify.Fixes(App("""
        app.MapGet("/products", (Catalog catalog, int page, int size) =>
        {
            var total = catalog.Products.Count;
            return [|ApiResults.Ok(catalog.Products.Skip(page * size).Take(size).ToList())|];
        });
        """), App("""
        app.MapGet("/products", (Catalog catalog, int page, int size) =>
        {
            var total = catalog.Products.Count;
            return ApiResults.Paged(catalog.Products.Skip(page * size).Take(size).ToList(), page + 1, size, total);
        });
        """));

    [Theory]
    [InlineData("""(Catalog catalog, int page) => [|ApiResults.Ok(catalog.All(page, 10))|]""")]
    [InlineData("""(Catalog catalog, int skip, int take) => [|ApiResults.Ok(catalog.All(skip, take))|]""")]
    [InlineData("""(Catalog catalog, int? page, int? pageSize) => [|ApiResults.Ok(catalog.All(page ?? 1, pageSize ?? 10))|]""")]
    [InlineData("""(Catalog catalog, int pageIndex, int pageSize, int total) => [|ApiResults.Ok(catalog.All(pageIndex, pageSize))|]""")]
    [InlineData("""(Catalog catalog, int page, int pageSize) => [|new ApiResponse<List<Product>> { Data = catalog.All(page, pageSize) }|]""")]
    public Task Offers_no_fix_where_a_name_is_not_certain(string handler) => Verify.OffersNoFix(App($$"""app.MapGet("/products", {{handler}});"""));

    [Fact]
    public Task Ignores_cursor_paging() => Verify.Ignores(App("""
        app.MapGet("/after", (Catalog catalog, int limit, string? cursor) => ApiResults.Ok(catalog.All(1, limit)));
        app.MapGet("/next", (Catalog catalog, int page, string? nextCursor) => ApiResults.Ok(catalog.All(page, 10)));
        app.MapGet("/token", (Catalog catalog, int page, string? continuationToken) => ApiResults.Ok(catalog.All(page, 10)));
        """));

    [Fact]
    public Task Ignores_what_says_it_already() => Verify.Ignores(App("""
        app.MapGet("/paged", (Catalog catalog, int page, int pageSize) => ApiResults.Paged(catalog.All(page, pageSize), page, pageSize, 3));
        app.MapGet("/body", (Catalog catalog, int page, int pageSize) => ApiResponse.Paged(catalog.All(page, pageSize), page, pageSize, 3));
        app.MapGet("/meta", (Catalog catalog, int page, int pageSize) => new ApiResponse<List<Product>> { Data = catalog.All(page, pageSize), Meta = new ApiMeta { Page = page } });
        app.MapGet("/held", (Catalog catalog, int page, int pageSize) => ApiResults.Ok(catalog.Found(page, pageSize)));
        app.MapGet("/optional", Results<ApiPaged<Product>, ApiOk<List<Product>>> (Catalog catalog, int? page) => page is { } number ? ApiResults.Paged(catalog.All(number, 10), number, 10, 3) : ApiResults.Ok(catalog.All(1, 100)));
        """));

    [Fact]
    public Task Ignores_a_total_in_a_header() => Verify.Ignores(App("""
        app.MapGet("/products", (Catalog catalog, HttpResponse response, int page, int pageSize) =>
        {
            response.Headers["X-Total-Count"] = "3";
            return ApiResults.Ok(catalog.All(page, pageSize));
        });
        """));

    [Fact]
    public Task Ignores_lists_without_pages_and_what_is_no_list() => Verify.Ignores(App("""
        app.MapGet("/all", (Catalog catalog) => ApiResults.Ok(catalog.All(1, 10)));
        app.MapGet("/latest", (Catalog catalog, int limit) => ApiResults.Ok(catalog.All(1, limit)));
        app.MapGet("/text", (int page) => ApiResults.Ok("text"));
        app.MapGet("/map", (int page) => ApiResults.Ok(new Dictionary<string, int>()));
        app.MapGet("/bytes", (int page) => ApiResults.Ok(new byte[1]));
        app.MapGet("/one", (int page) => ApiResults.Ok(new Product(1, "")));
        app.MapGet("/named", (string page) => ApiResults.Ok(new[] { 1 }));
        app.MapGet("/health", (int page) => ApiResults.Ok(new[] { 1 }));
        """));

    [Fact]
    public Task Ignores_what_something_else_may_complete() => Verify.Ignores(App("""
        app.MapGet("/filtered", (Catalog catalog, int page, int pageSize) => ApiResults.Ok(catalog.All(page, pageSize))).AddEndpointFilter((context, next) => next(context));
        app.MapGroup("/skipped").SkipApiEnvelope().MapGet("/a", (Catalog catalog, int page, int pageSize) => ApiResults.Ok(catalog.All(page, pageSize)));
        """));

    [Fact]
    public Task Ignores_a_list_with_a_converter() => Verify.Ignores(App("""
        app.MapGet("/products", (int page, int pageSize) => ApiResults.Ok(new Converted()));
        """) + """

        [System.Text.Json.Serialization.JsonConverter(typeof(object))]
        public sealed class Converted : List<Product>;
        """);

    [Fact]
    public Task Ignores_other_styles() => Verify.Ignores(App("""
        app.MapGet("/products", (Catalog catalog, int page, int pageSize) => ApiResults.Ok(catalog.All(page, pageSize)));
        """), test => test.Configure("backend_standards.response_style = problem_details"));

    private const string Database = """

        public sealed class Shop : DbContext { public DbSet<Product> Products => Set<Product>(); }
        """;

    private static string App(string mapping) => $$"""
        using BackendStandards;
        using Microsoft.AspNetCore.Http.HttpResults;

        var app = WebApplication.Create();
        {{mapping}}
        app.Run();

        public sealed record Product(int Id, string Name);

        public sealed record Found(IEnumerable<Product> Items, int TotalCount);

        public sealed class Catalog
        {
            public List<Product> Products { get; } = [];

            public List<Product> All(int page, int size) => Products;

            public (List<Product> Items, int Total) Page(int page, int size) => (Products, 1);

            public Found Found(int page, int size) => new(Products, 1);
        }
        """;

    private static string Controller(string members) => $$"""
        using BackendStandards;
        using Microsoft.AspNetCore.Mvc;

        [ApiController, Route("products")]
        public sealed class ProductsController(Catalog catalog) : ControllerBase
        {
        {{members}}
        }

        public sealed record Product(int Id, string Name);

        public sealed record Paging(int Page = 1, int PageSize = 20);

        public sealed class Catalog
        {
            public (List<Product> Items, int Total) Page(int page, int size) => ([], 1);
        }
        """;
}
