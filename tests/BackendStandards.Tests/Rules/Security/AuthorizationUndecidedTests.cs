using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class AuthorizationUndecidedTests
{
    private const string Usings = "using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.Authorization; using Microsoft.AspNetCore.Mvc.Filters; using Microsoft.AspNetCore.SignalR;\n";
    private const string Build = "builder.Services.AddAuthentication(); builder.Services.AddAuthorization(); var app = builder.Build();\n";
    private const string App = Usings + "var builder = WebApplication.CreateBuilder(args); " + Build;

    private static readonly FixTest<Only<EndpointAnalysis>, AuthorizationUndecidedFix> Verify = new(RuleCatalog.AuthorizationUndecided);

    [Fact]
    public Task Reports_minimal_endpoints() => Verify.Reports(App + """
        app.[|MapGet|]("/orders", () => "");
        var items = app.MapGroup("/items");
        items.[|MapPost|]("/", (string name) => name).WithName("add");
        items.[|MapDelete|]("/{id:int}", Items.Remove);
        static class Items { public static void Remove(int id) { } }
        """);

    [Fact]
    public Task Reports_actions() => Verify.Reports(App + """
        app.MapControllers();
        public abstract class Api : ControllerBase;
        [ApiController, Route("orders")] public class OrdersController : Api
        {
            [HttpGet] public string [|List|]() => "";
            [HttpPost, Authorize] public string Add() => "";
            [HttpDelete, AllowAnonymous] public string Remove() => "";
        }
        """);

    [Fact]
    public Task Reports_in_the_file_that_has_the_endpoint() => Verify.Files(
        [App + "app.MapOrders();", """static class Orders { public static void MapOrders(this IEndpointRouteBuilder routes) => routes.[|MapGet|]("orders", () => ""); }"""]);

    [Fact]
    public Task Reports_what_has_a_decision_beside_it_without_authentication() => Verify.Reports(
        Usings + """var app = WebApplication.Create(args); app.MapGet("/open", () => "").AllowAnonymous(); app.[|MapGet|]("/orders", () => "");""");

    [Fact]
    public Task Reports_hubs() => Verify.Reports(App + """
        app.[|MapHub<Chat>|]("/chat"); app.MapHub<Members>("/members"); app.MapHub<Methods>("/methods"); app.[|MapHub<Half>|]("/half");
        public class Chat : Hub { public Task Say(string text) => Task.CompletedTask; }
        [Authorize] public class Members : Hub { public Task Say(string text) => Task.CompletedTask; }
        public class Methods : Hub { [Authorize] public Task Say(string text) => Task.CompletedTask; }
        public class Half : Hub { [Authorize] public Task Say(string text) => Task.CompletedTask; public Task Shout(string text) => Task.CompletedTask; }
        """);

    [Fact]
    public Task Ignores_a_hub_that_asks_by_itself() => Verify.Ignores(App + """
        app.MapHub<Chat>("/chat");
        public class Chat : Hub { public override Task OnConnectedAsync() { if (Context.User?.Identity?.IsAuthenticated != true) Context.Abort(); return Task.CompletedTask; } }
        """);

    private const string Greeter = """
        public static class G { static readonly string __ServiceName = "g.G"; [Grpc.Core.BindServiceMethod(typeof(G), "BindService")] public abstract class GreeterBase { public virtual Task<string> Hello(string request, Grpc.Core.ServerCallContext context) => null!; } }
        """;

    [Fact]
    public Task Reports_gRPC_services() => Verify.Reports(App + """
        app.[|MapGrpcService<Open>|](); app.MapGrpcService<Closed>(); app.MapGrpcService<Open>().RequireAuthorization();
        public class Open : G.GreeterBase { public override Task<string> Hello(string request, Grpc.Core.ServerCallContext context) => Task.FromResult(""); }
        [Authorize] public class Closed : G.GreeterBase { public override Task<string> Hello(string request, Grpc.Core.ServerCallContext context) => Task.FromResult(""); }
        """ + Greeter);

    [Fact]
    public Task Ignores_gRPC_services_behind_an_interceptor_that_refuses() => Verify.Ignores(App.Replace("builder.Services.AddAuthorization();", "builder.Services.AddAuthorization(); builder.Services.AddGrpc(options => options.Interceptors.Add<Doorman>());", StringComparison.Ordinal) + """
        app.MapGrpcService<Open>();
        public class Open : G.GreeterBase { public override Task<string> Hello(string request, Grpc.Core.ServerCallContext context) => Task.FromResult(""); }
        public class Doorman : Grpc.Core.Interceptors.Interceptor { static Exception Refuse() => new Grpc.Core.RpcException(new Grpc.Core.Status(Grpc.Core.StatusCode.Unauthenticated, "")); }
        """ + Greeter);

    private const string GraphQL = """
        namespace Microsoft.AspNetCore.Builder { public static class HotChocolateEndpoints { public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path = "/graphql") => null!; } }
        namespace HotChocolate.Authorization { public class AuthorizeAttribute : Attribute; }
        namespace HotChocolate.Types { public class MutationTypeAttribute : Attribute; }
        """;

    [Fact]
    public Task Reports_a_GraphQL_endpoint_whose_fields_ask_for_nothing() => Verify.Reports(
        App + """app.[|MapGraphQL|](); [HotChocolate.Types.MutationType] public class Changes { public string Add(string title) => title; }""",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("HotChocolate.AspNetCore", GraphQL)));

    [Fact]
    public Task Ignores_a_GraphQL_endpoint_whose_fields_are_decided() => Verify.Ignores(
        App + """app.MapGraphQL(); [HotChocolate.Types.MutationType] public class Changes { [HotChocolate.Authorization.Authorize] public string Add(string title) => title; }""",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("HotChocolate.AspNetCore", GraphQL)));
}
