using System.Collections.Concurrent;
using BackendStandards.EnvelopeApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace BackendStandards.EnvelopeTests.Hosts;

/// <summary>The application in this process, with its log at hand.</summary>
public abstract class InProcessHost(string environment) : Host, ILoggerProvider
{
    private WebApplication? _application;

    /// <summary>What was logged as an error or worse: the text and the exception.</summary>
    public ConcurrentQueue<(string Text, Exception? Exception)> Errors { get; } = new();

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Logger(Errors);

    void IDisposable.Dispose() => GC.SuppressFinalize(this);

    private protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    private protected virtual void Map(WebApplication application)
    {
    }

    private protected override async Task<Uri> StartAsync()
    {
        _application = Application.Build(["--environment", environment], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(this);
            Configure(builder);
        }, Map);
        await _application.StartAsync();
        return new(_application.Urls.First());
    }

    private protected override async Task StopAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
    }

    private sealed class Logger(ConcurrentQueue<(string, Exception?)> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) errors.Enqueue((formatter(state, exception), exception));
        }
    }
}
