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
