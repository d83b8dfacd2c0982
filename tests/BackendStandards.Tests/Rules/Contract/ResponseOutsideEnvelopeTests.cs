using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public sealed class ResponseOutsideEnvelopeTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, ResponseOutsideEnvelopeFix> Verify = new(RuleCatalog.ResponseOutsideEnvelope);

    [Fact]
    public Task Reports_bare_data_of_an_action() => Verify.FixesAll(Controller("""
            [HttpGet("{id}")]
            [ProducesResponseType<Product>(200)]
            public ActionResult<Product> Get(int id)
            {
                if (id == 0) return NotFound();
                return id == 1 ? [|Ok(new Product(1))|] : [|Ok(new Product(2))|];
            }

            [HttpPost]
            public async Task<ActionResult<Product>> Create()
            {
                await Task.Yield();
                return [|CreatedAtAction(nameof(Get), new { id = 1 }, new Product(1))|];
            }
        """), "using BackendStandards;\n" + Controller("""
            [HttpGet("{id}")]
            [ProducesResponseType<ApiResponse<Product>>(200)]
            public ActionResult<ApiResponse<Product>> Get(int id)
            {
                if (id == 0) return NotFound();
                return id == 1 ? Ok(ApiResponse.Ok(new Product(1))) : Ok(ApiResponse.Ok(new Product(2)));
            }

            [HttpPost]
            public async Task<ActionResult<ApiResponse<Product>>> Create()
            {
                await Task.Yield();
                return CreatedAtAction(nameof(Get), new { id = 1 }, ApiResponse.Ok(new Product(1)));
            }
        """));

    [Fact]
    public Task Reports_an_object_that_says_the_same_by_hand() => Verify.Fixes(Controller("""
            [HttpGet]
            public IActionResult Get() => [|Ok(new { success = true, data = new Product(1) })|];
        """), "using BackendStandards;\n" + Controller("""
            [HttpGet]
            public IActionResult Get() => Ok(ApiResponse.Ok(new Product(1)));
        """));

    [Fact]
    public Task Keeps_what_an_object_says_besides() => Verify.OffersNoFix(Controller("""
            [HttpGet]
            public IActionResult Get() => [|Ok(new { success = true, data = new Product(1), page = 2 })|];
        """));

    [Fact]
    public Task Reports_typed_results() => Verify.Fixes("""
        using Microsoft.AspNetCore.Http.HttpResults;

        var app = WebApplication.Create();
        app.MapGet("/products/{id}", Results<Ok<Product>, NotFound> (int id) => id == 0 ? TypedResults.NotFound() : [|TypedResults.Ok(new Product(id))|]);
        app.MapPost("/products", () => [|TypedResults.Created("/products/1", new Product(1))|]);
        app.Run();

        public sealed record Product(int Id);
        """, """
        using BackendStandards;
        using Microsoft.AspNetCore.Http.HttpResults;

        var app = WebApplication.Create();
        app.MapGet("/products/{id}", Results<ApiOk<Product>, NotFound> (int id) => id == 0 ? TypedResults.NotFound() : ApiResults.Ok(new Product(id)));
        app.MapPost("/products", () => ApiResults.Created("/products/1", new Product(1)));
        app.Run();

        public sealed record Product(int Id);
        """, test => test.NumberOfIncrementalIterations = test.NumberOfFixAllIterations = 2);

    [Fact]
    public Task Reports_plain_values_of_minimal_APIs() => Verify.FixesAll("""
        var app = WebApplication.Create();
        app.MapGet("/products/{id}", (int id) => [|new Product(id)|]);
        app.MapGet("/declared", Product () => { return [|new Product(1)|]; });
        app.MapGet("/list", async Task<IReadOnlyList<Product>> () => { await Task.Yield(); return [|new List<Product>()|]; });
        app.MapGet("/method", Handlers.Get);
        app.Run();

        public static class Handlers
        {
            public static Product Get(bool first) => first ? [|new Product(1)|] : [|new Product(2)|];
        }

        public sealed record Product(int Id);
        """, """
        using BackendStandards;

        var app = WebApplication.Create();
        app.MapGet("/products/{id}", (int id) => ApiResults.Ok(new Product(id)));
        app.MapGet("/declared", ApiOk<Product> () => { return ApiResults.Ok(new Product(1)); });
        app.MapGet("/list", async Task<ApiOk<IReadOnlyList<Product>>> () => { await Task.Yield(); return ApiResults.Ok<IReadOnlyList<Product>>(new List<Product>()); });
        app.MapGet("/method", Handlers.Get);
        app.Run();

        public static class Handlers
        {
            public static ApiOk<Product> Get(bool first) => first ? ApiResults.Ok(new Product(1)) : ApiResults.Ok(new Product(2));
        }

        public sealed record Product(int Id);
        """, test => test.NumberOfIncrementalIterations = 4);

    [Fact]
    public Task Reports_plain_values_of_actions() => Verify.FixesAll(Controller("""
            [HttpGet("{id}")]
            public ActionResult<Product> Get(int id)
            {
                if (id == 0) return NotFound();
                return [|new Product(id)|];
            }

            [HttpGet("first")]
            public Product First() => [|new Product(1)|];

            [HttpGet]
            public async Task<IEnumerable<Product>> List()
            {
                await Task.Yield();
                return [|new[] { new Product(1) }|];
            }
        """), "using BackendStandards;\n" + Controller("""
            [HttpGet("{id}")]
            public ActionResult<ApiResponse<Product>> Get(int id)
            {
                if (id == 0) return NotFound();
                return ApiResponse.Ok(new Product(id));
            }

            [HttpGet("first")]
            public ApiResponse<Product> First() => ApiResponse.Ok(new Product(1));

            [HttpGet]
            public async Task<ApiResponse<IEnumerable<Product>>> List()
            {
                await Task.Yield();
                return ApiResponse.Ok<IEnumerable<Product>>(new[] { new Product(1) });
            }
        """), test => test.NumberOfIncrementalIterations = 3);

    [Fact]
    public Task Offers_no_fix_for_a_plain_value_that_others_take_or_that_has_to_be_awaited() => Verify.OffersNoFix("""
        var app = WebApplication.Create();
        app.MapGet("/method", Handlers.Get);
        app.MapGet("/task", () => [|Handlers.Later()|]);
        Console.WriteLine(Handlers.Get().Id);
        app.Run();

        public static class Handlers
        {
            public static Product Get() => [|new Product(1)|];
            public static Task<Product> Later() => Task.FromResult(new Product(1));
        }

        public sealed record Product(int Id);
        """);

    [Fact]
    public Task Ignores_plain_values_that_are_no_json() => Verify.Ignores("""
        var app = WebApplication.Create();
        app.MapGet("/text", () => "text");
        app.MapGet("/stream", () => Stream.Null);
        app.MapGet("/object", (object any) => any);
        app.MapGet("/nothing", () => Task.CompletedTask);
        app.MapGet("/done", () => { });
        app.MapGet("/file", () => TypedResults.File(new byte[1]));
        app.MapGet("/result", IResult (IResult any) => any);
        app.MapGet("/health", () => new Product(1));
        app.Run();

        public sealed record Product(int Id);
        """);

    [Fact]
    public Task Ignores_what_is_in_the_format() => Verify.Ignores("using BackendStandards;\n" + Controller("""
            [HttpGet]
            public ActionResult<ApiResponse<Product>> Get() => Ok(ApiResponse.Ok(new Product(1)));

            [HttpGet("typed")]
            public ApiOk<Product> Typed() => ApiResults.Ok(new Product(1));
        """));

    [Fact]
    public Task Ignores_what_is_no_json_and_what_is_not_known() => Verify.Ignores(Controller("""
            [HttpGet("text")]
            public IActionResult Text() => Ok("text");

            [HttpGet("file")]
            public IActionResult Download() => File(new byte[1], "text/csv");

            [HttpGet("bytes")]
            public IActionResult Bytes() => Ok(new byte[1]);

            [HttpGet("object")]
            public IActionResult Object(object value) => Ok(value);

            [HttpGet("nothing")]
            public IActionResult Nothing() => NoContent();

            [HttpGet("health")]
            public IActionResult Health() => Ok(new Product(1));

            [HttpGet("own")]
            public IActionResult Own() => Ok(new Answer(true, 1));

            public sealed record Answer(bool Success, int Data);
        """));

    [Fact]
    public Task Ignores_controllers_that_are_wrapped() => Verify.Files([Controller("""
            [HttpGet]
            public ActionResult<Product> Get() => Ok(new Product(1));
        """), """
        using BackendStandards;

        static class Setup
        {
            public static void Add(IServiceCollection services) => services.AddControllers().AddApiEnvelope();
        }
        """]);

    [Fact]
    public Task Ignores_controllers_behind_a_result_filter() => Verify.Files([Controller("""
            [HttpGet]
            public ActionResult<Product> Get() => Ok(new Product(1));
        """), """
        public sealed class Wrapping : Microsoft.AspNetCore.Mvc.Filters.ResultFilterAttribute;
        """]);

    [Fact]
    public Task Ignores_a_group_that_wraps_and_what_is_left_out() => Verify.Ignores("""
        using BackendStandards;

        var app = WebApplication.Create();
        var group = app.MapGroup("/api").WithApiEnvelope();
        group.MapGet("/products", () => TypedResults.Ok(new Product(1)));
        app.MapGet("/skipped", [SkipEnvelope] () => TypedResults.Ok(new Product(1)));
        app.MapGroup("/out").SkipApiEnvelope().MapGet("/products", () => TypedResults.Ok(new Product(1)));
        app.MapGet("/filtered", () => TypedResults.Ok(new Product(1))).AddEndpointFilter((context, next) => next(context));
        app.Run();

        public sealed record Product(int Id);
        """);

    [Fact]
    public Task Ignores_another_style() => Verify.Ignores(Controller("""
            [HttpGet]
            public ActionResult<Product> Get() => Ok(new Product(1));
        """), test => test.Configure("backend_standards.response_style = problem_details"));

    [Fact]
    public Task Offers_no_fix_where_the_type_is_promised() => Verify.OffersNoFix("""
        using Microsoft.AspNetCore.Mvc;

        public interface IProducts
        {
            ActionResult<Product> Get();
        }

        [ApiController, Route("products")]
        public sealed class ProductsController : ControllerBase, IProducts
        {
            [HttpGet]
            public ActionResult<Product> Get() => [|Ok(new Product(1))|];
        }

        public sealed record Product(int Id);
        """);

    private static string Controller(string members) => $$"""
        using Microsoft.AspNetCore.Mvc;

        [ApiController, Route("products")]
        public sealed class ProductsController : ControllerBase
        {
        {{members}}
        }

        public sealed record Product(int Id);
        """;
}
