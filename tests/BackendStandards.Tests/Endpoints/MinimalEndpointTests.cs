using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Endpoints;

public class MinimalEndpointTests
{
    private const string App = "var app = WebApplication.Create(args);\n";

    private static string[] Lines(params string[] sources) => Model.OfValid(sources).Lines;

    [Fact]
    public void Finds_each_verb_call() => Assert.Equal(
        ["* /any", "DELETE /d", "GET /g", "GET,HEAD /m", "PATCH /pa", "POST /po", "PUT /pu"],
        Lines(App + """
            app.MapGet("/g", () => ""); app.MapPost("/po", () => ""); app.MapPut("/pu", () => ""); app.MapDelete("/d", () => ""); app.MapPatch("/pa", () => "");
            app.Map("/any", () => ""); app.MapMethods("/m", ["GET", HttpMethods.Head], () => "");
            """));

    [Fact]
    public void Joins_the_prefixes_of_nested_groups() => Assert.Equal(
        ["GET /api/v1/users/{id}"],
        Lines(App + """
            var api = app.MapGroup("/api/v1");
            api.MapGroup("users").RequireAuthorization().MapGet("/{id}", (int id) => id);
            """));

    [Fact]
    public void Reads_constants_and_interpolations() => Assert.Equal(
        ["GET /api/users/list"],
        Lines(App + """
            app.MapGroup($"/{Names.Api}").MapGet("users" + "/" + Names.List, () => "");
            static class Names { public const string Api = "api"; public static readonly string List = "list"; }
            """));

    [Fact]
    public void Marks_a_part_that_is_not_seen() => Assert.Equal(
        ["GET /api/…/users"],
        Lines(App + """app.MapGroup("/api").MapGroup(app.Configuration["prefix"]!).MapGet("users", () => "");"""));

    [Fact]
    public void Follows_a_group_into_an_extension_method_of_another_file() => Assert.Equal(
        ["GET /api/users/{id}", "POST /api/users"],
        Lines(
            App + """app.MapGroup("/api").MapUsers();""",
            """
            static class UserEndpoints
            {
                public static IEndpointRouteBuilder MapUsers(this IEndpointRouteBuilder routes)
                {
                    var group = routes.MapGroup("/users");
                    group.MapGet("/{id}", (int id) => id);
                    group.MapPost("/", Create);
                    return routes;
                }
                static string Create(string name) => name;
            }
            """));

    [Fact]
    public void Follows_a_group_that_an_extension_method_returns() => Assert.Equal(
        ["GET /v1/users"],
        Lines(
            App + """var v1 = app.MapV1(); v1.MapGet("users", () => "");""",
            """static class Groups { public static RouteGroupBuilder MapV1(this IEndpointRouteBuilder app) => app.MapGroup("/v1"); }"""));

    [Fact]
    public void Finds_one_endpoint_for_each_caller() => Assert.Equal(
        ["GET /a/x", "GET /b/x"],
        Lines(
            App + """X.Map(app.MapGroup("a")); X.Map(app.MapGroup("b"));""",
            """static class X { public static void Map(RouteGroupBuilder group) => group.MapGet("x", () => ""); }"""));

    [Fact]
    public void Trap_6_A_reassigned_variable_holds_two_groups() => Assert.Equal(
        ["GET /a/x", "GET /b/y"],
        Lines(App + """
            var group = app.MapGroup("a"); group.MapGet("x", () => "");
            group = app.MapGroup("b"); group.MapGet("y", () => "");
            """));

    [Fact]
    public void Trap_7_A_loop_over_modules_runs_each_once() => Assert.Equal(
        ["GET /cats", "GET /dogs"],
        Lines(App + """
            IModule[] modules = [new Cats(), new Dogs()];
            foreach (var module in new IModule[] { new Cats(), new Dogs() }) module.Map(app);
            interface IModule { void Map(IEndpointRouteBuilder app); }
            class Cats : IModule { public void Map(IEndpointRouteBuilder app) => app.MapGet("cats", () => ""); }
            class Dogs : IModule { public void Map(IEndpointRouteBuilder app) => app.MapGet("dogs", () => ""); }
            """));

    [Fact]
    public void Trap_8_An_explicit_interface_implementation_is_found() => Assert.Equal(
        ["GET /api/cats"],
        Lines(App + """
            IModule module = new Cats(); module.Map(app.MapGroup("api"));
            interface IModule { void Map(IEndpointRouteBuilder app); }
            class Cats : IModule { void IModule.Map(IEndpointRouteBuilder app) => app.MapGet("cats", () => ""); }
            """));

    [Fact]
    public void Trap_9_A_loop_binds_its_element() => Assert.Equal(
        ["GET /api/cats", "GET /api/dogs"],
        Lines(App + """
            var api = app.MapGroup("api");
            foreach (var name in new[] { "cats", "dogs" }) { var group = api.MapGroup(name); group.MapGet("", () => ""); }
            """));

    [Fact]
    public void Trap_24_A_builder_in_a_field_is_that_of_the_constructor() => Assert.Equal(
        ["GET /api/x"],
        Lines(App + """
            new Mapper(app.MapGroup("api")).Map();
            class Mapper(IEndpointRouteBuilder routes) { private readonly IEndpointRouteBuilder _routes = routes; public void Map() => _routes.MapGet("x", () => ""); }
            """));

    [Fact]
    public void Own_overloads_with_swapped_arguments_are_not_terminal() => Assert.Equal(
        ["GET /users/list", "POST /users"],
        Lines(
            """static class Maps { public static IEndpointRouteBuilder MapGet(this IEndpointRouteBuilder b, Delegate handler, string pattern = "") { b.MapGet(pattern, handler); return b; } public static IEndpointRouteBuilder MapPost(this IEndpointRouteBuilder b, Delegate handler, string pattern = "") { b.MapPost(pattern, handler); return b; } }""",
            App + """
            var users = app.MapGroup("users"); users.MapGet(List, "list").MapPost(Create);
            static string List() => ""; static string Create(string name) => name;
            """));

    [Fact]
    public void An_own_overload_declares_its_endpoint_where_it_is_called()
    {
        var model = Model.OfValid(
            """static class Maps { public static void MapGet(this IEndpointRouteBuilder b, Delegate handler, string pattern = "") => b.MapGet(pattern, handler); }""",
            App + """app.MapGroup("users").MapGet(() => "", "list");""");
        Assert.Empty(model.DeclaredIn(0));
        Assert.Equal(["GET /users/list"], model.DeclaredIn(1));
    }

    [Fact]
    public void A_group_handed_in_by_nobody_is_unknown() => Assert.Equal(
        ["GET /…/users"],
        Lines("""public static class Users { public static void MapUsers(this IEndpointRouteBuilder routes) => routes.MapGet("users", () => ""); }"""));

    [Fact]
    public void Dead_branches_map_nothing() => Assert.Equal(
        ["GET /cats"],
        Lines(App + """
            Map("cats");
            void Map(string name) { if (name == "dogs") app.MapGet("dogs", () => ""); else app.MapGet(name, () => ""); }
            """));

    [Fact]
    public void Endpoints_inside_UseEndpoints_are_the_applications() => Assert.Equal(
        ["GET /x"],
        Lines(App + """app.UseRouting(); app.UseEndpoints(endpoints => { endpoints.MapGet("x", () => ""); });"""));

    [Fact]
    public void Trap_23_Map_of_another_library_is_none() => Assert.Empty(Lines("""
        class Mapper { public T Map<T>(object value) => default!; public string Map(string value, Func<string> make) => make(); }
        class Use { string X(Mapper mapper) => mapper.Map("x", () => "y") + mapper.Map<string>("x"); }
        """));

    [Fact]
    public void A_pipeline_branch_is_none() => Assert.Empty(Lines(App + """app.Map("/branch", branch => branch.Run(context => Task.CompletedTask));"""));

    [Fact]
    public void Trap_21_Half_typed_code_does_not_fail()
    {
        foreach (var source in new[]
        {
            "app.UseEndpoints(e => { e.MapGet(\"x\", () => \"\"); e.MapNothing(); });", "app.MapGroup().MapGet(\"x\", );", "app.MapGet(", "app.MapGroup(\"a\").", "var g = app.MapGroup(g); g.MapGet(g, g);",
            "app.MapMethods(\"x\", null, Missing);", "foreach (var x in ) app.MapGet(x, () => 1);",
        })
            _ = Model.Of(App + source).Lines;
    }

    [Fact]
    public void A_document_sees_the_endpoints_on_its_groups_though_another_maps_them()
    {
        var model = Model.OfValid(
            App + """var users = app.MapGroup("/users"); users.MapUsers();""",
            """static class Users { public static void MapUsers(this RouteGroupBuilder group) => group.MapGet("{id}", Handlers.Get); }""",
            """static class Handlers { public static int Get(int id) => id; }""");
        Assert.Equal(["GET /users/{id}"], model.Concerning(0));
        Assert.Equal(["GET /users/{id}"], model.DeclaredIn(1));
        Assert.Equal(["GET /users/{id}"], model.Concerning(2));
    }

    [Fact]
    public void A_document_without_endpoints_binds_nothing()
    {
        var model = Model.OfValid(App + """app.MapGet("x", () => "");""", "class Service { public int Map(int x) => x; public int Use() => Map(1); }");
        Assert.Empty(model.Concerning(1));
        Assert.Equal(0, model.Code.BoundMembers);
    }

    [CSharp14Fact]
    public void Extension_blocks_hand_the_group_on() => Assert.Equal(
        ["GET /api/users"],
        Lines(
            App + """app.MapGroup("api").MapUsers();""",
            """static class Users { extension(IEndpointRouteBuilder routes) { public void MapUsers() => routes.MapGet("users", () => ""); } }"""));
}
