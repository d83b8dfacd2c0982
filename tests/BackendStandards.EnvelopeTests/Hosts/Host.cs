namespace BackendStandards.EnvelopeTests.Hosts;

/// <summary>The application, listening on a port of the loopback address.</summary>
public abstract class Host : IAsyncLifetime
{
    private HttpClient? _client;

    /// <summary>Asks the application; follows no redirect.</summary>
    public HttpClient Client => _client ?? throw new InvalidOperationException("The application has not started.");

    /// <inheritdoc/>
    public async Task InitializeAsync() =>
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = 64 })
        {
            BaseAddress = await StartAsync(),
            Timeout = TimeSpan.FromSeconds(30),
        };

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        _client?.Dispose();
        await StopAsync();
    }

    private protected abstract Task<Uri> StartAsync();

    private protected abstract Task StopAsync();
}
