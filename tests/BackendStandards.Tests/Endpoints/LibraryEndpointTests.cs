using BackendStandards.Analyzers.Endpoints;

namespace BackendStandards.Tests.Endpoints;

/// <summary>What libraries map and answer themselves: it is there, and what is not seen of it is unknown.</summary>
public class LibraryEndpointTests
{
    private const string App = "var app = WebApplication.Create(args);\n";

    private const string Proxy = """
        namespace Contoso.Proxies
        {
            public class ForwarderConfig;
            public static class ProxyRoutes
            {
                public static IEndpointConventionBuilder MapForwarder(this IEndpointRouteBuilder endpoints, string pattern, string destination, ForwarderConfig config) => endpoints.Map(pattern, () => "");
                public static RouteGroupBuilder MapReverseProxy(this IEndpointRouteBuilder endpoints) => endpoints.MapGroup("");
                public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder endpoints, string pattern = "/metrics") => endpoints.Map(pattern, () => "");
                public static IEndpointConventionBuilder MapScalarApiReference(this IEndpointRouteBuilder endpoints, Action<object>? configure = null) => endpoints.Map("docs", () => "");
                public static IEndpointConventionBuilder MapOfNobodyKnown(this IEndpointRouteBuilder endpoints) => endpoints.Map("x", () => "");
            }
        }
        """;

    [Fact]
    public void The_framework_s_identity_endpoints_are_one_with_an_unknown_route_under_their_group()
    {
        var model = Model.OfValid(
            App + """app.MapUsers();""",
            """
            using Microsoft.AspNetCore.Identity;
            public class User : IdentityUser;
            static class Users
            {
                public static RouteGroupBuilder MapUsers(this IEndpointRouteBuilder routes)
                {
                    var group = routes.MapGroup("/users");
                    group.MapIdentityApi<User>();
                    group.MapPost("/token/{provider}", (string provider) => provider);
                    return group;
                }
            }
            """);
        Assert.Equal(["? /users/…", "POST /users/token/{provider}"], model.Lines);
        Assert.Equal([EndpointKind.Library, EndpointKind.Minimal], model.All.Select(endpoint => endpoint.Kind));
        // What the library says of its own endpoints is not seen.
        Assert.Null(model.All[0].Handler);
    }

    [Fact]
    public void Pages_and_files_are_the_framework_s_own() => Assert.Equal(
        ["? /…", "? /…", "? /…", "? /…"],
        Model.OfValid(
            App + "app.MapStaticAssets(); app.MapRazorPages(); app.MapRazorComponents<Root>(); app.MapBlazorHub();",
            "public class Root : Microsoft.AspNetCore.Components.ComponentBase;").Lines);

    [Fact]
    public void A_fallback_to_a_file_page_or_action_answers_where_nothing_else_does()
    {
        var model = Model.OfValid(App + """app.MapFallbackToFile("index.html"); app.MapFallbackToFile("/spa/{*rest}", "spa.html"); app.MapFallbackToController("Index", "Home");""");
        Assert.Equal(["? /spa/{*rest}", "? /{*path:nonfile}", "? /{*path:nonfile}"], model.Lines);
        Assert.All(model.All, endpoint => Assert.Equal(EndpointKind.Fallback, endpoint.Kind));
    }

    [Fact]
    public void Libraries_of_others_are_known_by_the_names_of_their_calls()
    {
        var model = Model.ReferencingAs("Contoso.Proxies", Proxy, "using Contoso.Proxies;\n" + App + """
            var group = app.MapGroup("/todos").RequireAuthorization();
            group.MapForwarder("{*path}", "http://todos", new ForwarderConfig());
            app.MapReverseProxy(); app.MapMetrics(); app.MapScalarApiReference();
            app.MapOfNobodyKnown();
            """);
        Assert.Equal(["? /metrics", "? /todos/{*path}", "? /…", "? /…"], model.Lines);
        Assert.All(model.All, endpoint => Assert.Equal(EndpointKind.Library, endpoint.Kind));
        Assert.Contains("/todos/{*path}: Required", model.Authorization);
    }

    [Fact]
    public void An_own_method_of_such_a_name_is_followed_and_is_no_endpoint() => Assert.Equal(
        ["GET /own/metrics"],
        Model.OfValid(
            App + """app.MapGroup("own").MapMetrics();""",
            """static class Own { public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("metrics", () => ""); }""").Lines);

    [Fact]
    public void A_public_method_of_a_controller_is_an_action_though_its_author_meant_a_helper() => Assert.Equal(
        ["* /…", "* /…"],
        Model.OfValid(
            "var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllersWithViews(); var app = builder.Build(); app.MapDefaultControllerRoute();",
            """
            using Microsoft.AspNetCore.Mvc;
            public class ScopeModel;
            public class ConsentController : Controller
            {
                public IActionResult Index() => View();
                public ScopeModel CreateScopeModel(string name) => new();
                public Task Send<T>(T message) => Task.CompletedTask;
                [NonAction] public ScopeModel Helper() => new();
            }
            """).Lines);
}
