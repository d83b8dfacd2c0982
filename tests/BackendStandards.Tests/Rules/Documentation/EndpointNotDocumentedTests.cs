using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Documentation;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Documentation;

public partial class EndpointNotDocumentedTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc; var builder = WebApplication.CreateBuilder(args); builder.Services.AddOpenApi(); builder.Services.AddControllers(); var app = builder.Build(); app.MapControllers();\n";

    // Somewhere else the application documents an endpoint.
    private const string Documented = """ app.MapGet("/prices", () => 1).WithSummary("List prices"); """;
    private static readonly FixTest<Only<EndpointAnalysis>, EndpointNotDocumentedFix> Verify = new(RuleCatalog.EndpointNotDocumented);

    [Theory]
    [InlineData("""app.[|MapGet|]("/orders", () => 1); app.Run();""")]
    [InlineData("""app.[|MapPost|]("/orders", () => 1).WithName("CreateOrder").WithTags("Orders"); app.Run();""")]
    [InlineData("""app.MapGroup("/api").WithTags("Orders").[|MapGet|]("/orders", Handlers.List); app.Run(); static class Handlers { public static int List() => 1; }""")]
    [InlineData("""app.Run(); [ApiController, Route("orders")] public class OrdersController : ControllerBase { [HttpGet] public int [|Get|]() => 1; }""")]
    public Task Reports_an_endpoint_among_documented_ones(string code) => Verify.Reports(App + Documented + code);

    [Fact]
    public Task Reports_a_comment_without_summary() => Verify.Reports(App + Documented + """
        app.Run();
        [ApiController, Route("orders")] public class OrdersController : ControllerBase
        {
            /// <param name="id">Which.</param>
            /// <returns>It.</returns>
            [HttpGet("{id}")] public int [|Get|](int id) => id;
            /// <summary> </summary>
            [HttpPost] public int [|Post|]() => 1;
            /// <summary>Deletes it.</summary>
            [HttpDelete("{id}")] public int Delete(int id) => id;
        }
        """);

    [Fact]
    public Task Reports_a_controller_without_any_once() => Verify.Reports(App + Documented + """
        app.Run();
        [ApiController, Route("orders")] public class [|OrdersController|] : ControllerBase { [HttpGet] public int Get() => 1; [HttpPost] public int Post() => 1; }
        """);

    [Fact]
    public Task Reports_the_mapping_calls_of_a_function_once() => Verify.Reports(App + Documented + """
        app.MapOrders(); app.Run();
        static class Orders
        {
            public static void MapOrders(this IEndpointRouteBuilder app)
            {
                var orders = app.MapGroup("/orders");
                orders.[|MapGet|]("/", () => 1);
                orders.MapPost("/", () => 1);
            }
        }
        """);

    [Fact]
    public Task Reports_an_application_that_documents_nothing_once() => Verify.Reports(App + """
        app.MapGet("/a", () => 1); app.MapGet("/b", () => 1);
        [|app.Run()|];
        [ApiController, Route("orders")] public class OrdersController : ControllerBase { [HttpGet] public int Get() => 1; }
        [ApiController, Route("items")] public class ItemsController : ControllerBase { [HttpGet] public int Get() => 1; }
        """);

    [Theory]
    [InlineData("""app.MapGet("/a", () => 1).WithSummary("S"); app.MapGet("/b", () => 1).WithDescription("D"); app.MapGet("/c", [EndpointSummary("S")] () => 1); app.MapGet("/d", [EndpointDescription("D")] () => 1);""")]
    [InlineData("""app.MapGroup("/g").WithSummary("Orders").MapGet("/a", () => 1);""")]
    [InlineData("""app.MapGet("/a", [Swashbuckle.AspNetCore.Annotations.SwaggerOperation(Summary = "S")] () => 1); app.MapGet("/b", [Swashbuckle.AspNetCore.Annotations.SwaggerOperation("S", "D")] () => 1);""")]
    [InlineData("""app.MapGet("/a", [NSwag.Annotations.OpenApiOperation("GetA", "S", "D")] () => 1);""")]
    public Task Ignores_summaries_and_descriptions_of_any_form(string statements) => Verify.Ignores(App + statements + "app.Run();");

    [Fact]
    public Task Ignores_handlers_with_a_comment() => Verify.Ignores(App + """
        app.MapGet("/a", Handlers.List); app.MapGet("/b", Handlers.Inherited); app.Run();
        static class Handlers
        {
            /// <summary>Lists all.</summary>
            public static int List() => 1;
            /// <inheritdoc cref="List"/>
            public static int Inherited() => 1;
        }
        """);

    [Fact]
    public Task Ignores_comments_where_documentation_is_switched_off() => Verify.Ignores(App + """
        app.Run();
        [ApiController, Route("orders")] public class OrdersController : ControllerBase
        {
            /// <summary>Lists all.</summary>
            [HttpGet] public int Get() => 1;
        }
        """, test => test.SolutionTransforms.Add((solution, id) => solution.WithProjectParseOptions(id, Prelude.ParseOptions.WithDocumentationMode(Microsoft.CodeAnalysis.DocumentationMode.None))));

    [Fact]
    public Task Ignores_comments_of_a_base_class_and_of_the_other_part() => Verify.Files([App + Documented + "app.Run();",
        """
        using Microsoft.AspNetCore.Mvc;
        public abstract class ListController : ControllerBase
        {
            /// <summary>Lists all.</summary>
            [HttpGet] public virtual int List() => 1;
        }
        [ApiController, Route("orders")] public class OrdersController : ListController
        {
            /// <inheritdoc/>
            public override int List() => 2;
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        [ApiController, Route("items")] public partial class ItemsController : ControllerBase
        {
            /// <summary>Lists all.</summary>
            [HttpGet] public partial int List();
        }
        """,
        "public partial class ItemsController { public partial int List() => 1; }",
    ]);

    [Fact]
    public Task A_controller_in_parts_is_one() => Verify.Files([App + Documented + "app.Run();",
        """
        using Microsoft.AspNetCore.Mvc;
        [ApiController, Route("items")] public partial class [|ItemsController|] : ControllerBase { [HttpGet] public int List() => 1; }
        """,
        "using Microsoft.AspNetCore.Mvc; public partial class ItemsController { [HttpPost] public int Create() => 1; }",
    ]);

    [Fact]
    public Task Ignores_what_is_left_out_of_the_description() => Verify.Ignores(App + Documented + """
        app.MapGet("/a", () => 1).ExcludeFromDescription(); app.MapGroup("/g").ExcludeFromDescription().MapGet("/b", () => 1); app.Run();
        [ApiController, Route("c"), ApiExplorerSettings(IgnoreApi = true)] public class CController : ControllerBase { [HttpGet] public int Get() => 1; }
        [ApiController, Route("d")] public class DController : ControllerBase { [HttpGet, ApiExplorerSettings(IgnoreApi = true)] public int Get() => 1; }
        public class PagesController : Controller { public IActionResult Index() => View(); }
        """);

    [Fact]
    public Task Ignores_one_line_lambdas_for_health() => Verify.Ignores(App + Documented + """app.MapGet("/health", () => "Healthy"); app.MapGet("/", () => "up"); app.MapHealthChecks("/healthz"); app.Run();""");

    [Fact]
    public Task Ignores_what_code_may_document() => Verify.Ignores(App + Documented + """
        app.MapGet("/a", () => 1).AddOpenApiOperationTransformer((operation, context, cancellation) => { operation.Summary = "A"; return Task.CompletedTask; });
        app.MapGet("/b", () => 1).Add(endpoint => endpoint.Metadata.Add(new EndpointSummaryAttribute("B")));
        app.Run();
        """);

    [Fact]
    public Task Ignores_conventions_of_another_assembly() => Verify.Ignores(App + Documented + """app.MapGet("/a", () => 1).Described(); app.Run();""",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", """
            namespace Microsoft.AspNetCore.Builder;
            public static class Conventions { public static RouteHandlerBuilder Described(this RouteHandlerBuilder builder) => builder.WithSummary("A"); }
            """)));

    [Fact]
    public Task Leaves_an_application_without_a_document_to_its_own_rule() => Verify.Ignores("""
        var app = WebApplication.Create(args); app.MapGet("/a", () => 1); app.MapGet("/b", () => 1).WithSummary("B"); app.Run();
        """);

    // Whoever calls them, in another assembly, may document the group, or all that is mapped.
    [Fact]
    public Task Ignores_a_library() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc;
        public static class Orders { public static void MapOrders(this IEndpointRouteBuilder app) => app.MapGet("/orders", () => 1); }
        [ApiController, Route("items")] public class ItemsController : ControllerBase { [HttpGet] public int Get() => 1; }
        """);

    [Fact]
    public Task Reads_summaries_of_FastEndpoints() => Verify.Reports("""
        using FastEndpoints;
        var builder = WebApplication.CreateBuilder(args); builder.Services.AddOpenApi(); builder.Services.AddFastEndpoints(); var app = builder.Build(); app.UseFastEndpoints(); app.MapGet("/prices", () => 1).WithSummary("P"); app.Run();
        public class [|Bare|] : EndpointWithoutRequest<int> { public override void Configure() => Get("/bare"); public override Task HandleAsync(CancellationToken cancellation) => Task.CompletedTask; }
        public class Told : EndpointWithoutRequest<int> { public override void Configure() { Get("/told"); Summary(summary => summary.Summary = "Tells."); } public override Task HandleAsync(CancellationToken cancellation) => Task.CompletedTask; }
        /// <summary>Tells.</summary>
        public class Commented : EndpointWithoutRequest<int> { public override void Configure() => Get("/commented"); public override Task HandleAsync(CancellationToken cancellation) => Task.CompletedTask; }
        """);
}
