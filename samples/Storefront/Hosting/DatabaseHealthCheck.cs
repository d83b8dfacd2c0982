using Microsoft.Extensions.Diagnostics.HealthChecks;
using Storefront.Data;

namespace Storefront.Hosting;

/// <summary>Whether the database answers.</summary>
public sealed class DatabaseHealthCheck(StoreDbContext database) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default) =>
        await database.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
