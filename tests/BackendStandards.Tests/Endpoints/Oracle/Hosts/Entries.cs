using MassTransit;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR();
builder.Services.AddHostedService<Sweeper>();
builder.Services.AddHostedService<Starter>();
builder.Services.AddMassTransit(bus =>
{
    bus.AddConsumer<Orders>();
    bus.AddConsumer<Mails, MailsDefinition>();
    bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
});

var app = builder.Build();
app.MapHub<ChatHub>("/chat");
app.MapHub<TypedHub>("/typed");
app.Run();

public record OrderPlaced(int Id);
public record OrderShipped(int Id);
public interface IMail { string Text { get; } }

public class Orders : IConsumer<OrderPlaced>, IConsumer<OrderShipped>
{
    public Task Consume(ConsumeContext<OrderPlaced> context) => Task.CompletedTask;
    Task IConsumer<OrderShipped>.Consume(ConsumeContext<OrderShipped> context) => Task.CompletedTask;
}

public abstract class Consuming<T> : IConsumer<T> where T : class { public abstract Task Consume(ConsumeContext<T> context); }
public class Mails : Consuming<IMail> { public override Task Consume(ConsumeContext<IMail> context) => Task.CompletedTask; }
public class MailsDefinition : ConsumerDefinition<Mails>;

public class Sweeper : BackgroundService { protected override Task ExecuteAsync(CancellationToken token) => Task.CompletedTask; }

public class Starter : IHostedService
{
    public Task StartAsync(CancellationToken token) => Task.CompletedTask;
    public Task StopAsync(CancellationToken token) => Task.CompletedTask;
}

public class ChatHub : Hub
{
    public Task Send(string text, int times, CancellationToken token) => Task.CompletedTask;
    [HubMethodName("other")] public string Renamed(string text) => text;
    public async IAsyncEnumerable<int> Count(int to) { await Task.Yield(); yield return to; }
    public override Task OnConnectedAsync() => Task.CompletedTask;
    internal void Hidden() { }
    public static void Shared() { }
}

public interface IClient { Task Said(string text); }
public class TypedHub : Hub<IClient> { public Task Shout(string text) => Clients.All.Said(text); }
