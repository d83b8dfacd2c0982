using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BackendStandards.IntegrationTests.Testing;

/// <summary>Runs inside an application: writes its endpoints to a file once it has started, then stops it.</summary>
public sealed class EndpointDump : IHostingStartup
{
    /// <summary>The variable that names the file.</summary>
    public const string FileVariable = "BACKENDSTANDARDS_ENDPOINT_DUMP";

    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddHostedService<Writer>());

    private sealed class Writer(IHostApplicationLifetime lifetime, IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(Write);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private void Write()
        {
            var lines = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Select(endpoint => EndpointLine.Of(endpoint.RoutePattern.RawText ?? "", endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []));
            File.WriteAllLines(Environment.GetEnvironmentVariable(FileVariable)!, lines);
            lifetime.StopApplication();
        }
    }
}
