using BackendStandards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BackendStandards.EnvelopeBenchmarks;

/// <summary>An application that never starts: its endpoints are called.</summary>
internal sealed class Host
{
    private readonly WebApplication _application;
    private readonly Func<HttpContext, RequestDelegate, Task>? _middleware;

    private Host(WebApplication application, Func<HttpContext, RequestDelegate, Task>? middleware)
    {
        _application = application;
        _middleware = middleware;
    }

    /// <summary>With controllers, or with endpoints.</summary>
    public static Host Create(Action<IMvcBuilder>? mvc, Action<IEndpointRouteBuilder>? map = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddApiEnvelope();
        if (mvc is not null) mvc(builder.Services.AddControllers());
        var application = builder.Build();
        if (mvc is not null) application.MapControllers();
        map?.Invoke(application);
        return new(application, null);
    }

    /// <summary>The same, behind middleware.</summary>
    public Host Behind(Func<HttpContext, RequestDelegate, Task> middleware) => new(_application, middleware);

    /// <summary>What answers a path.</summary>
    public Func<HttpContext, Task> Answering(string path)
    {
        var pattern = path.StartsWith("/many/", StringComparison.Ordinal) ? "/many/{count:int}" : path;
        var endpoint = ((IEndpointRouteBuilder)_application).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Single(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/') == pattern);
        return context =>
        {
            context.SetEndpoint(endpoint);
            if (pattern != path) context.Request.RouteValues["count"] = path[6..];
            return _middleware is null ? endpoint.RequestDelegate!(context) : _middleware(context, endpoint.RequestDelegate!);
        };
    }

    /// <summary>A request.</summary>
    public HttpContext Request(IServiceScope scope, string path)
    {
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = "GET";
        context.Request.Path = path;
        context.Response.Body = new NowhereStream();
        return context;
    }

    /// <summary>A scope for requests.</summary>
    public IServiceScope Scope() => _application.Services.CreateScope();

    private sealed class NowhereStream : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.CompletedTask;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
