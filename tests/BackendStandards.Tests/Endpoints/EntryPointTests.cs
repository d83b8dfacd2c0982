using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.EntryPoints;

namespace BackendStandards.Tests.Endpoints;

/// <summary>What the outside reaches by other ways than HTTP handlers.</summary>
public class EntryPointTests
{
    private const string Start = "var app = WebApplication.Create(args);\n";
    private static readonly CancellationToken None = CancellationToken.None;

    private static string[] Entries(params string[] sources) =>
        [.. new EndpointModel(Model.OfValid(sources).Code).EntryPoints.All(None).Select(Line).Order(StringComparer.Ordinal)];

    private static string Line(EntryPoint entry) =>
        $"{entry.Kind} {entry.Name}({string.Join(", ", entry.Inputs.Select(input => $"{input.Type.Name} {input.Name}"))}){(entry.Authorization(None) is { } authorization ? " " + authorization.State : "")}";

    [Fact]
    public void Methods_of_hubs() => Assert.Equal(
        ["HubMethod Join(String room) Required", "HubMethod Kick(String name) Required", "HubMethod Say(String text, Int32 times) Required", "HubMethod Shout(String text) No"],
        Entries("using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.SignalR; using Microsoft.AspNetCore.Mvc;" + Start + """
            app.MapHub<ChatHub>("/chat"); app.MapHub<OpenHub>("/open");
            public abstract class Rooms : Hub { public Task Join(string room) => Task.CompletedTask; }
            [Authorize] public class ChatHub : Rooms
            {
                public Task Say(string text, int times, CancellationToken token, [FromServices] Clock clock) => Task.CompletedTask;
                [Authorize("admin")] public void Kick(string name) { }
                public override Task OnConnectedAsync() => Task.CompletedTask;
                private void Hidden() { }
                public static void Shared() { }
            }
            public class OpenHub : Hub<IClient> { public Task Shout(string text) => Task.CompletedTask; }
            public interface IClient; public class Clock;
            """).Except(["HubMethod Join(String room) Unknown"]));

    [Fact]
    public void A_hub_that_is_mapped_elsewhere_is_unknown() => Assert.Equal(
        ["HubMethod Say(String text) Unknown"], Entries("using Microsoft.AspNetCore.SignalR; public class ChatHub : Hub { public Task Say(string text) => Task.CompletedTask; }"));

    [Fact]
    public void Methods_of_gRPC_services() => Assert.Equal(
        ["GrpcMethod Hello(String request) Required"],
        Entries("using Grpc.Core; using Microsoft.AspNetCore.Authorization;" + Start + """
            app.MapGrpcService<Greeter>();
            [Authorize] public class Greeter : G.GreeterBase { public override Task<string> Hello(string request, ServerCallContext context) => Task.FromResult(""); }
            public static class G { static readonly string __ServiceName = "g.G"; [BindServiceMethod(typeof(G), "BindService")] public abstract class GreeterBase { public virtual Task<string> Hello(string request, ServerCallContext context) => null!; public virtual Task<string> Bye(string request, ServerCallContext context) => null!; } }
            """));

    [Fact]
    public void Gprc_methods_are_endpoints() => Assert.Equal(
        ["POST /g.G/Bye", "POST /g.G/Hello"],
        Model.OfValid("using Grpc.Core;" + Start + """
            app.MapGrpcService<Greeter>();
            public class Greeter : G.GreeterBase { public override Task<string> Hello(string request, ServerCallContext context) => Task.FromResult(""); }
            public static class G { static readonly string __ServiceName = "g.G"; [BindServiceMethod(typeof(G), "BindService")] public abstract class GreeterBase { public virtual Task<string> Hello(string request, ServerCallContext context) => null!; public virtual Task<string> Bye(string request, ServerCallContext context) => null!; } }
            """).Lines);

    // HotChocolate as far as its names go: not every feed serves it.
    private const string HotChocolate = """
        namespace HotChocolate { public class QueryTypeAttribute : Attribute; public class ServiceAttribute : Attribute; public class GraphQLIgnoreAttribute : Attribute; public class GraphQLNameAttribute(string name) : Attribute { public string Name => name; } }
        namespace HotChocolate.Authorization { public class AuthorizeAttribute : Attribute { public string? Policy { get; set; } } }
        namespace HotChocolate.Types { public class ExtendObjectTypeAttribute(string name) : Attribute { public string Name => name; } public class ObjectType<T>; }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IRequestExecutorBuilder;
            public static class HotChocolateExtensions
            {
                public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services) => null!;
                public static IRequestExecutorBuilder AddQueryType<T>(this IRequestExecutorBuilder builder) => builder;
                public static IRequestExecutorBuilder AddMutationType<T>(this IRequestExecutorBuilder builder) => builder;
            }
        }
        namespace Microsoft.AspNetCore.Builder
        {
            public static class HotChocolateEndpoints { public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path = "/graphql") => null!; }
        }
        """;

    [Fact]
    public void Fields_of_HotChocolate()
    {
        var model = Model.ReferencingAs("HotChocolate.AspNetCore", HotChocolate, """
            using HotChocolate; using HotChocolate.Types;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddScoped<Store>();
            builder.Services.AddGraphQLServer().AddQueryType<Query>().AddMutationType<ObjectType<Changes>>();
            var app = builder.Build(); app.MapGraphQL();
            public class Store; public record Book(string Title);
            public class Query { public Book GetBook(int id, Store store) => null!; public List<Book> GetBooksAsync(int first, CancellationToken token) => []; [GraphQLIgnore] public int Hidden() => 1; }
            public class Changes { [GraphQLName("add")] public Book AddBook(string title, [Service] object store) => null!; }
            [ExtendObjectType("Query")] public class More { [HotChocolate.Authorization.Authorize(Policy = "p")] public int Count() => 1; }
            public class Unrelated { public int Method(int x) => x; }
            """);
        Assert.Equal(
            ["GraphQLField add(String title) No", "GraphQLField book(Int32 id) No", "GraphQLField books(Int32 first) No", "GraphQLField count() Required"],
            new EndpointModel(model.Code).EntryPoints.All(None).Select(Line).Order(StringComparer.Ordinal));
        Assert.Equal(["* /graphql"], model.Lines);
    }

    [Fact]
    public void Fields_of_GraphQL_dotnet() => Assert.Equal(
        ["GraphQLField book(Int32 id) Unknown", "GraphQLField books() Unknown"],
        Entries("""
            using GraphQL; using GraphQL.Types;
            public class Query : ObjectGraphType
            {
                public Query()
                {
                    Field<StringGraphType>("book").Argument<int>("id").Resolve(context => context.GetArgument<int>("id").ToString());
                    Field<ListGraphType<StringGraphType>>("books").ResolveAsync(async context => { await Task.Yield(); return new[] { "x" }; });
                    Field<StringGraphType>("plain");
                }
            }
            """));

    [Fact]
    public void Consumers_of_MassTransit() => Assert.Equal(
        ["MessageConsumer OrderPlaced(OrderPlaced Message)", "MessageConsumer OrderShipped(OrderShipped Message)"],
        Entries("""
            using MassTransit;
            public record OrderPlaced(int Id); public record OrderShipped(int Id);
            public class Orders : IConsumer<OrderPlaced>, IConsumer<OrderShipped>
            {
                public Task Consume(ConsumeContext<OrderPlaced> context) => Task.CompletedTask;
                Task IConsumer<OrderShipped>.Consume(ConsumeContext<OrderShipped> context) => Task.CompletedTask;
            }
            """));

    [Fact]
    public void Consumers_of_RabbitMQ() => Assert.Equal(
        ["MessageConsumer Own(IReadOnlyBasicProperties properties, ReadOnlyMemory body)", "MessageConsumer ReceivedAsync(BasicDeliverEventArgs delivery)", "MessageConsumer ReceivedAsync(BasicDeliverEventArgs delivery)"],
        Entries("""
            using RabbitMQ.Client; using RabbitMQ.Client.Events;
            public class Setup
            {
                public void Run(IChannel channel)
                {
                    var consumer = new AsyncEventingBasicConsumer(channel);
                    consumer.ReceivedAsync += async (sender, delivery) => await Task.Yield();
                    consumer.ReceivedAsync += Handle;
                    consumer.ReceivedAsync -= Handle;
                }
                private Task Handle(object sender, BasicDeliverEventArgs delivery) => Task.CompletedTask;
            }
            public class Own(IChannel channel) : AsyncDefaultBasicConsumer(channel)
            {
                public override Task HandleBasicDeliverAsync(string tag, ulong number, bool again, string exchange, string key, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken token = default) => Task.CompletedTask;
            }
            """));

    [Fact]
    public void Loops_of_Kafka_and_background_services() => Assert.Equal(
        ["BackgroundService Reader()", "BackgroundService Starter()", "MessageLoop ExecuteAsync(Ignore Key, String Value)"],
        Entries("""
            using Confluent.Kafka;
            public class Reader(IConsumer<Ignore, string> consumer) : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken token) { while (!token.IsCancellationRequested) { var result = consumer.Consume(token); Console.WriteLine(result.Message.Value); } return Task.CompletedTask; }
            }
            public class Starter : IHostedService { public Task StartAsync(CancellationToken token) => Task.CompletedTask; public Task StopAsync(CancellationToken token) => Task.CompletedTask; }
            public class Mine { public void Consume(string x) { } public void Use() => Consume("x"); }
            """));

    [Fact]
    public void Jobs_of_Hangfire() => Assert.Equal(
        ["Job Mailer.Clean()", "Job Mailer.Send(String to)", "Job Mailer.Send(String to)"],
        Entries("""
            using Hangfire;
            public class Mailer { public Task Send(string to) => Task.CompletedTask; public static void Clean() { } }
            public class Setup
            {
                public void Run(IBackgroundJobClient jobs, IRecurringJobManager recurring)
                {
                    BackgroundJob.Enqueue<Mailer>(mailer => mailer.Send("a"));
                    jobs.Enqueue<Mailer>(mailer => mailer.Send("b"));
                    recurring.AddOrUpdate("clean", () => Mailer.Clean(), Cron.Daily());
                    Enqueue(() => 1);
                }
                private void Enqueue(Func<int> work) => work();
            }
            """));

    [Fact]
    public void Half_typed_classes_do_not_fail()
    {
        foreach (var source in new[] { "class A : Hub<", "class A : Microsoft.AspNetCore.SignalR.Hub { public Task Send(", "class A : MassTransit.IConsumer<>", "class A : FastEndpoints.Endpoint<X> { public override void Configure() { Get(", "class A : Carter.CarterModule { public override void AddRoutes(", "x.ReceivedAsync += ;" })
            _ = (new EndpointModel(Model.Of(source).Code).EntryPoints.All(None), Model.Of(source).Lines);
    }
}
