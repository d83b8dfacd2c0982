using Carter;
using FastEndpoints;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddEndpointsApiExplorer();
builder.Services.AddAuthentication();
builder.Services.AddAuthorization(options => options.AddPolicy("write", policy => policy.RequireAuthenticatedUser()));
builder.Services.AddSignalR();
builder.Services.AddGrpc();
builder.Services.AddCarter(configurator: configurator => configurator.WithModules(typeof(Cats), typeof(Dogs), typeof(Birds)));
builder.Services.AddFastEndpoints(options => { options.DisableAutoDiscovery = true; options.Assemblies = [typeof(Cats).Assembly]; });

var app = builder.Build();
app.MapHub<ChatHub>("/hubs/chat");
app.MapHub<OpenHub>("/hubs/open").RequireCors("hub");
app.MapGroup("/hubs").RequireAuthorization("write").MapHub<OpenHub>("/grouped");
app.MapGrpcService<Greeter>().RequireRateLimiting("grpc");
app.MapGroup("/carter").WithTags("All").MapCarter();
app.UseFastEndpoints(config =>
{
    config.Endpoints.RoutePrefix = "fast";
    config.Versioning.Prefix = "v";
});
app.Run();

[Authorize]
public class ChatHub : Hub
{
    public Task Send(string text) => Task.CompletedTask;
}

public class OpenHub : Hub;

public class Cats : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/cats", () => "");
        app.MapGroup("/cats").RequireAuthorization().MapPost("/", (Cat cat) => cat);
    }
}

public class Dogs : CarterModule
{
    public Dogs() : base("/dogs")
    {
        RequireAuthorization("write");
        WithTags("Dogs");
    }

    public override void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => "");
        app.MapDelete("/{id}", (int id) => id).AllowAnonymous();
    }
}

public class Birds() : CarterModule("/birds")
{
    public override void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/{id}", (int id) => id);
}

public record Cat(string Name);

public class ListOrders : EndpointWithoutRequest<List<string>>
{
    public override void Configure()
    {
        Get("/orders");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken token) => Send.OkAsync([], token);
}

public class AddOrder : Endpoint<Cat, Cat>
{
    public override void Configure()
    {
        Post("orders", "/orders/new");
        Roles("admin", "owner");
        Description(builder => builder.WithTags("Orders").RequireRateLimiting("orders"));
        Summary(summary => summary.Summary = "Adds an order.");
    }

    public override Task HandleAsync(Cat request, CancellationToken token) => Send.NotFoundAsync(token);
}

public class ChangeOrder : Endpoint<Cat>
{
    public override void Configure()
    {
        Verbs(Http.PUT, Http.PATCH);
        Routes("/orders/{id}");
        Policies("write");
        Version(2);
    }

    public override Task HandleAsync(Cat request, CancellationToken token) => Task.CompletedTask;
}

public class RemoveOrder : EndpointWithoutRequest
{
    public override void Configure()
    {
        Delete("/{id}");
        Group<Administration>();
    }

    public override Task HandleAsync(CancellationToken token) => Task.CompletedTask;
}

public class CloseShop : EndpointWithoutRequest
{
    public override void Configure()
    {
        Post("/close");
        Group<Shops>();
        RoutePrefixOverride("other");
    }

    public override Task HandleAsync(CancellationToken token) => Task.CompletedTask;
}

public sealed class Administration : Group
{
    public Administration() => Configure("admin", definition => definition.Roles("boss"));
}

public sealed class Shops : SubGroup<Administration>
{
    public Shops() => Configure("shops", definition => definition.AllowAnonymous());
}

public class Greeter : GreeterDefinition.GreeterBase
{
    [Authorize("write")]
    public override Task<string> SayHello(string request, ServerCallContext context) => Task.FromResult(request);
}

// As the compiler of protocol files writes it, with texts for messages.
public static partial class GreeterDefinition
{
    static readonly string __ServiceName = "greet.Greeter";
    static readonly Marshaller<string> Text = Marshallers.StringMarshaller;
    static readonly Method<string, string> SayHelloMethod = new(MethodType.Unary, __ServiceName, "SayHello", Text, Text);
    static readonly Method<string, string> SayByeMethod = new(MethodType.Unary, __ServiceName, "SayBye", Text, Text);

    [BindServiceMethod(typeof(GreeterDefinition), "BindService")]
    public abstract partial class GreeterBase
    {
        public virtual Task<string> SayHello(string request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unimplemented, ""));
        public virtual Task<string> SayBye(string request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unimplemented, ""));
    }

    public static void BindService(ServiceBinderBase binder, GreeterBase? service)
    {
        binder.AddMethod(SayHelloMethod, service == null ? null : new UnaryServerMethod<string, string>(service.SayHello));
        binder.AddMethod(SayByeMethod, service == null ? null : new UnaryServerMethod<string, string>(service.SayBye));
    }
}
