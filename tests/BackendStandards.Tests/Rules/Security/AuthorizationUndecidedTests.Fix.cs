using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class AuthorizationUndecidedTests
{
    private const string Application = """
        using Microsoft.AspNetCore.Authentication.BearerToken;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        Subject.Create().Run();

        public static class Subject
        {
            public static WebApplication Create()
            {
                var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
                builder.Logging.ClearProviders();
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
                builder.Services.AddAuthorization();
                builder.Services.AddControllers().AddApplicationPart(typeof(Subject).Assembly);
                var app = builder.Build();
                app.MapControllers();
                app.MapGet("/open", () => "open").AllowAnonymous();
                app.MapGet("/orders", () => "all").WithName("orders"); // all
                return app;
            }
        }

        [ApiController]
        [Route("items")]
        public class ItemsController : ControllerBase
        {
            /// <summary>All.</summary>
            [HttpGet]
            public string List() => "items";
        }
        """;

    [Fact]
    public Task Requires_authorization() => Verify.Fixes(App + """
        // Orders.
        app.[|MapGet|]("/orders", () => "").WithName("a"); // all
        """, App + """
        // Orders.
        app.MapGet("/orders", () => "").RequireAuthorization().WithName("a"); // all
        """);

    [Fact]
    public Task Allows_anonymous_callers() => Verify.Fixes(App + """
        app.MapControllers();
        [ApiController, Route("orders")]
        public class OrdersController : ControllerBase
        {
            /// <summary>All.</summary>
            [HttpGet]
            public string [|List|]() => "";
        }
        """, App + """
        app.MapControllers();
        [ApiController, Route("orders")]
        public class OrdersController : ControllerBase
        {
            /// <summary>All.</summary>
            [HttpGet]
            [AllowAnonymous]
            public string List() => "";
        }
        """, run => (run.CodeActionIndex, run.CodeActionEquivalenceKey) = (1, "BST3050.Anonymous"));

    [Fact]
    public Task Only_allows_anonymous_callers_where_authorization_is_not_set_up() => Verify.Fixes(
        """var app = WebApplication.Create(args); app.MapGet("/open", () => "").AllowAnonymous(); app.[|MapGet|]("/orders", () => "");""",
        """var app = WebApplication.Create(args); app.MapGet("/open", () => "").AllowAnonymous(); app.MapGet("/orders", () => "").AllowAnonymous();""");

    [Fact]
    public Task Sets_a_fallback_policy() => Verify.Fixes("""
        using Microsoft.AspNetCore.Authorization;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.[|MapGet|]("/orders", () => "");
        app.[|MapGet|]("/items", () => "");
        """, """
        using Microsoft.AspNetCore.Authorization;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        var app = builder.Build();
        app.MapGet("/orders", () => "");
        app.MapGet("/items", () => "");
        """, run => (run.CodeActionIndex, run.CodeActionEquivalenceKey, run.NumberOfIncrementalIterations) = (2, "BST3050.Fallback", 1));

    [Fact]
    public async Task The_server_asks_who_calls_after_and_lets_anybody_in_before()
    {
        string[] requests = ["GET /orders", "GET /items", "GET /open"];
        Assert.Equal(["200 all", "200 items", "200 open"], await Served.AskAsync(Application, requests));
        Assert.Equal(["401", "401", "200 open"], await Served.AskAsync(await Fixer.FixAsync(Application, "BST3050"), requests));
        Assert.Equal(["200 all", "200 items", "200 open"], await Served.AskAsync(await Fixer.FixAsync(Application, "BST3050", "BST3050.Anonymous"), requests));
        Assert.Equal(["401", "401", "200 open"], await Served.AskAsync(await Fixer.FixAsync(Application, "BST3050", "BST3050.Fallback"), requests));
    }
}
