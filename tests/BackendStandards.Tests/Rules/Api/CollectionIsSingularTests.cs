using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class CollectionIsSingularTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";

    private static readonly FixTest<Only<EndpointAnalysis>, CollectionIsSingularFix> Verify = new(RuleCatalog.CollectionIsSingular);

    [Fact]
    public Task Reports_a_collection_that_is_named_like_one_of_it() => Verify.Reports(App + """
        app.MapGet("/api/[|user|]/{id}", (int id) => id);
        app.MapDelete("/order/{orderId:guid}".Replace("x", "y"), (Guid orderId) => orderId);
        app.MapGet("/users/{userId}/[|order|]/{id}", (int userId, int id) => id);
        app.MapPost("/[|OrderItem|]/{id}/cancel", (int id) => id);
        app.MapGet("/[|box|]", () => new List<BoxRow>());
        app.MapGet("/[|category|]", () => TypedResults.Ok(new Page<CategoryResponse>()));
        app.MapPost("/[|leaf|]", (CreateLeaf leaf) => Results.Created("/leaf/1", leaf));
        record BoxRow; record CategoryResponse; record CreateLeaf; class Page<T>;
        """);

    [Fact]
    public Task Reports_the_literal_of_a_group_once() => Verify.Reports(App + """
        var users = app.MapGroup("/api/v1/[|person|]");
        users.MapGet("/{id}", (int id) => id);
        users.MapPut("/{id}", (int id) => id);
        users.MapDelete("/{id}", (int id) => id);
        """);

    [Fact]
    public Task Reports_what_controller_stands_for() => Verify.Reports(App + """
        [ApiController, Route("api/[|[controller]|]")] public class CustomerController : ControllerBase { [HttpGet("{id}")] public string Get(int id) => ""; [HttpPut("{id}")] public string Put(int id) => ""; }
        [ApiController, Route("api/[controller]")] public abstract class ApiBase : ControllerBase;
        public class [|InvoiceController|] : ApiBase { [HttpGet("{id}")] public string Get(int id) => ""; }
        public class PaymentsController : ApiBase { [HttpGet("{id}")] public string Get(int id) => ""; }
        """);

    [Theory]
    [InlineData("equipment")]
    [InlineData("series")]
    [InlineData("news")]
    [InlineData("info")]
    [InlineData("metadata")]
    [InlineData("user-data")]
    public Task Ignores_what_is_not_counted(string segment) => Verify.Ignores(App + $$"""app.MapGet("/{{segment}}/{id}", (int id) => id);""");

    [Theory]
    [InlineData("kpi")]
    [InlineData("SKU")]
    [InlineData("frobnicator")]
    [InlineData("orderitem")]
    [InlineData("userBlob2")]
    public Task Ignores_acronyms_and_words_that_are_not_known(string segment) => Verify.Ignores(App + $$"""app.MapGet("/{{segment}}/{id}", (int id) => id);""");

    [Theory]
    [InlineData("me")]
    [InlineData("profile")]
    [InlineData("cart")]
    [InlineData("status")]
    [InlineData("settings")]
    public Task Ignores_singletons(string segment) => Verify.Ignores(App + $$"""app.MapGet("/{{segment}}/{id}", (int id) => id);""");

    [Theory]
    [InlineData("addresses")]
    [InlineData("statuses")]
    [InlineData("people")]
    [InlineData("indices")]
    [InlineData("order-items")]
    [InlineData("criteria")]
    [InlineData("repos")]
    public Task Ignores_plurals(string segment) => Verify.Ignores(App + $$"""app.MapGet("/{{segment}}/{id}", (int id) => id);""");

    [Fact]
    public Task Ignores_actions_after_an_identifier() => Verify.Ignores(App + """
        app.MapPost("/orders/{id}/cancel", (int id) => id);
        app.MapPost("/orders/{id}/cancel/{reasonId}", (int id, int reasonId) => id);
        app.MapPost("/hotels/{id}/report", (int id, Report report) => Results.Created("/", report));
        app.MapPost("/book/{id}", (int id) => id);
        record Report;
        """);

    [Fact]
    public Task Ignores_filters_and_other_ones_identifiers() => Verify.Ignores(App + """
        app.MapGet("/products/category/{categoryId}", (int categoryId) => categoryId);
        app.MapGet("/items/type/{typeId}/brand/{brandId}", (int typeId, int brandId) => typeId);
        app.MapGet("/items/type/all/brand/{brandId:int?}", (int? brandId) => brandId);
        app.MapGet("/identity/{id:guid}/permissions", (Guid id) => id);
        app.MapGet("/address/{customerId}", (int customerId) => customerId);
        app.MapGet("/language/{culture}", (string culture) => culture);
        app.MapGet("/year/{year}", (int year) => year);
        """);

    [Fact]
    public Task Ignores_one_thing_and_lists_of_others() => Verify.Ignores(App + """
        app.MapGet("/user", () => new User());
        app.MapPost("/user", (Credentials credentials) => Results.Ok(1));
        app.MapGet("/report", () => new List<SaleRow>());
        record User; record Credentials; record SaleRow;
        """);

    [Fact]
    public Task Ignores_pages_protocols_and_what_is_not_described() => Verify.Ignores(App + """
        app.MapGet("/.well-known/user/{id}", (int id) => id);
        app.MapGet("/user/{id}", (int id) => id).ExcludeFromDescription();
        [Route("user")] public class UserController : Controller { [HttpGet("{id}")] public IActionResult Show(int id) => View(); }
        """);

    [Fact]
    public Task Ignores_what_an_option_allows() => Verify.Reports(App + """
        app.MapGet("/ledger/{id}", (int id) => id);
        app.MapGet("/[|order|]/{id}", (int id) => id);
        """, run => run.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nbackend_standards.bst1010.singular_segments = ledger\n")));

    [Theory]
    [InlineData("""app.MapGet("/api/[|user|]/{id}", (int id) => id); // one""", """app.MapGet("/api/users/{id}", (int id) => id); // one""")]
    [InlineData("""app.MapGet(@"/[|OrderItem|]/{id}", (int id) => id);""", """app.MapGet(@"/OrderItems/{id}", (int id) => id);""")]
    [InlineData("""app.MapGroup("[|person|]").MapGet("/{id}", (int id) => id);""", """app.MapGroup("people").MapGet("/{id}", (int id) => id);""")]
    public Task Puts_the_plural(string bad, string good) => Verify.Fixes(App + bad, App + good);

    [Fact]
    public Task Writes_out_the_token_of_a_controller() => Verify.Fixes(
        App + """[ApiController, Route("api/[|[controller]|]")] public class OrderItemController : ControllerBase { [HttpGet("{id}")] public string Get(int id) => ""; }""",
        App + """[ApiController, Route("api/order-items")] public class OrderItemController : ControllerBase { [HttpGet("{id}")] public string Get(int id) => ""; }""");

    [Fact]
    public Task Offers_nothing_where_the_plural_is_another_endpoint_or_the_text_is_elsewhere() => Verify.OffersNoFix(App + """
        app.MapGet("/[|user|]/{id}", (int id) => id);
        app.MapGet("/users/{userId}", (int userId) => userId);
        app.MapGet([|Routes.Order|], (int id) => id);
        static class Routes { public const string Order = "/order/{id}"; }
        """);

    [Fact]
    public async Task The_server_answers_at_the_plural_after_and_at_the_singular_before()
    {
        var source = """
            using Microsoft.AspNetCore.Mvc;
            public static class Subject { public static void Run(WebApplication app) { app.MapGroup("/user").MapGet("/{id}", (int id) => id); app.MapControllers(); } }
            [ApiController, Route("[controller]")] public class BoxController : ControllerBase { [HttpGet("{id}")] public int Get(int id) => id; }
            """;
        var repaired = await Fixer.FixAsync(source, "BST1010");
        Assert.Equal(["200 7", "404", "200 7", "404"], await Served.AskAsync(source, "GET /user/7", "GET /users/7", "GET /box/7", "GET /boxes/7"));
        Assert.Equal(["404", "200 7", "404", "200 7"], await Served.AskAsync(repaired, "GET /user/7", "GET /users/7", "GET /box/7", "GET /boxes/7"));
    }
}
