using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class VerbInPathTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc;\nvar app = WebApplication.Create(args);\napp.MapControllers();\n";

    private static readonly FixTest<Only<EndpointAnalysis>, VerbInPathFix> Verify = new(RuleCatalog.VerbInPath);

    [Fact]
    public Task Reports_verbs_that_the_method_says() => Verify.Reports(App + """
        app.MapGet("/[|getUsers|]", () => 1);
        app.MapPost("/api/[|create-order|]", () => 1);
        app.MapPost("/users/{id}/[|delete|]", (int id) => 1);
        app.MapGet("/users/[|list|]", () => 1);
        app.MapPut("/users/[|update_password|]", () => 1);
        app.MapGroup("/orders").MapPost("[|Add|]", () => 1);
        """);

    [Fact]
    public Task Reports_tokens_that_stand_for_verbs() => Verify.Reports(App + """
        [ApiController, Route("api/[controller]/[|[action]|]")] public class UsersController : ControllerBase
        {
            [HttpGet] public string GetUsers() => "";
            [HttpPost] public string CreateUser() => "";
            [HttpPost] public string Login() => "";
        }
        [ApiController, Route("api/[|[controller]|]")] public class GetOrdersController : ControllerBase { [HttpGet] public string Get() => ""; }
        """);

    [Theory]
    [InlineData("login")]
    [InlineData("logout")]
    [InlineData("search")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("cancel")]
    [InlineData("approve")]
    [InlineData("refresh")]
    [InlineData("validate")]
    [InlineData("invite")]
    [InlineData("restore")]
    public Task Ignores_actions_that_no_method_says(string action) => Verify.Ignores(App + $$"""app.MapPost("/orders/{id}/{{action}}", (int id) => 1);""");

    [Fact]
    public Task Ignores_actions_behind_a_colon() => Verify.Ignores(App + """app.MapPost("/users/{id}:delete", (int id) => 1); app.MapPost("/users:create", () => 1);""");

    [Fact]
    public Task Ignores_sign_in_protocols() => Verify.Ignores(App + """app.MapPost("/connect/create-token", () => 1); app.MapGet("/oauth/get-token", () => 1);""");

    [Theory]
    [InlineData("addresses")]
    [InlineData("add-ons")]
    [InlineData("getaways")]
    [InlineData("update-history")]
    [InlineData("list-prices")]
    [InlineData("lists")]
    [InlineData("editors")]
    [InlineData("get-started")]
    public Task Ignores_nouns_that_start_like_a_verb(string segment) => Verify.Ignores(App + $"""app.MapGet("/{segment}", () => 1);""");

    [Fact]
    public Task Ignores_lists_that_are_things() => Verify.Ignores(App + """app.MapGet("/list/{id}", (int id) => 1); app.MapPost("/users/list", () => 1); app.MapGet("/list", () => 1);""");

    [Fact]
    public Task Ignores_controllers_of_procedures_where_an_option_allows_them() => Verify.Reports(App + """
        [ApiController, Route("api/[controller]/[action]")] public class UsersController : ControllerBase { [HttpGet] public string GetUsers() => ""; }
        [ApiController, Route("api/orders")] public class OrdersController : ControllerBase { [HttpGet("[|get-all|]")] public string GetAll() => ""; }
        """, run => run.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nbackend_standards.bst1011.allow_rpc = true\n")));

    [Fact]
    public Task Ignores_segments_that_an_option_allows() => Verify.Ignores(
        App + """app.MapGet("/get-all", () => 1);""", run => run.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nbackend_standards.bst1011.allowed_segments = get-all\n")));

    [Theory]
    [InlineData("""app.MapGet("/[|getUsers|]", () => 1); // all""", """app.MapGet("/users", () => 1); // all""")]
    [InlineData("""app.MapGet("/[|GetAllUsers|]", () => 1);""", """app.MapGet("/Users", () => 1);""")]
    [InlineData("""app.MapPost("/[|create-user|]", () => 1);""", """app.MapPost("/users", () => 1);""")]
    [InlineData("""app.MapPost("/users/[|createUser|]", () => 1);""", """app.MapPost("/users", () => 1);""")]
    [InlineData("""app.MapGet("/[|getUser|]/{id}", (int id) => 1);""", """app.MapGet("/users/{id}", (int id) => 1);""")]
    [InlineData("""app.MapPost("/users/{id}/[|delete|]", (int id) => 1);""", """app.MapDelete("/users/{id}", (int id) => 1);""")]
    [InlineData("""app.MapGet("/users/[|list|]", () => 1);""", """app.MapGet("/users", () => 1);""")]
    public Task Leaves_the_verb_to_the_method(string bad, string good) => Verify.Fixes(App + bad, App + good);

    [Fact]
    public Task Leaves_the_verb_of_actions_to_the_method() => Verify.Fixes(App + """
        [ApiController, Route("users")] public class UsersController : ControllerBase
        {
            /// <summary>Deletes.</summary>
            [HttpPost("{id}/[|delete|]")] public string Delete(int id) => "";
            [HttpPost("[|create|]")] public string Create([FromBody] string name) => "";
            [HttpPut("{id}/[|update|]", Name = "u")] public string Update(int id) => "";
        }
        """, App + """
        [ApiController, Route("users")] public class UsersController : ControllerBase
        {
            /// <summary>Deletes.</summary>
            [HttpDelete("{id}")] public string Delete(int id) => "";
            [HttpPost] public string Create([FromBody] string name) => "";
            [HttpPut("{id}", Name = "u")] public string Update(int id) => "";
        }
        """, run => run.NumberOfIncrementalIterations = 3);

    [Fact]
    public Task Offers_nothing_where_a_person_has_to_decide() => Verify.OffersNoFix(App + """
        app.MapPost("/users/{id}/[|update|]", (int id) => 1);
        app.MapGet("/[|getUserByEmail|]", () => 1);
        app.MapPost("/users/[|delete|]", () => 1);
        app.MapGet("/users", () => 1);
        app.MapGet("/users/[|getAll|]", () => 1);
        app.MapPost("/orders/{id}/[|remove|]", (int id, Reason reason) => 1);
        record Reason(string Text);
        """);

    [Fact]
    public async Task The_server_deletes_on_DELETE_after_and_on_POST_before()
    {
        var source = """
            using Microsoft.AspNetCore.Mvc;
            public static class Subject { public static void Run(WebApplication app) { app.MapPost("/users/{id}/delete", (int id) => id); app.MapGet("/getOrders", () => 2); app.MapControllers(); } }
            [ApiController, Route("rows")] public class RowsController : ControllerBase { [HttpPost("{id}/delete")] public int Delete(int id) => id; }
            """;
        var repaired = await Fixer.FixAsync(source, "BST1011");
        string[] requests = ["POST /users/7/delete", "DELETE /users/7", "GET /getOrders", "GET /orders", "POST /rows/7/delete", "DELETE /rows/7"];
        Assert.Equal(["200 7", "404", "200 2", "404", "200 7", "404"], await Served.AskAsync(source, requests));
        Assert.Equal(["404", "200 7", "404", "200 2", "404", "200 7"], await Served.AskAsync(repaired, requests));
    }
}
