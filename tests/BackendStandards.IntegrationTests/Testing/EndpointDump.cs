using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.RateLimiting;
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
            var fallback = services.GetService<IAuthorizationPolicyProvider>()?.GetFallbackPolicyAsync().GetAwaiter().GetResult();
            var lines = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Select(endpoint => EndpointLine.Of(endpoint.RoutePattern.RawText ?? "", endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [], AuthorizationOf(endpoint, fallback), RateLimitOf(endpoint)));
            File.WriteAllLines(Environment.GetEnvironmentVariable(FileVariable)!, lines);
            lifetime.StopApplication();
        }

        private static string AuthorizationOf(RouteEndpoint endpoint, AuthorizationPolicy? fallback) =>
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "Anonymous"
            : endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null || fallback is not null ? "Required" : "No";

        private static string RateLimitOf(RouteEndpoint endpoint) =>
            endpoint.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null ? "Disabled" : endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName ?? "No";
    }
}
