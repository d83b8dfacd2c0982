using Microsoft.Extensions.Options;

namespace Storefront.Orders;

/// <summary>Cancels, from time to time, the orders that nobody paid.</summary>
public sealed class UnpaidOrderSweeper(
    IServiceScopeFactory scopes,
    IOptions<OrderOptions> options,
    TimeProvider clock,
    ILogger<UnpaidOrderSweeper> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SweepIntervalSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var orders = scope.ServiceProvider.GetRequiredService<OrderService>();
                var limit = clock.GetUtcNow().AddMinutes(-options.Value.PaymentWindowMinutes);
                var cancelled = await orders.CancelUnpaidAsync(limit, stoppingToken);
                if (cancelled > 0)
                {
                    logger.LogInformation("{OrderCount} unpaid orders were cancelled", cancelled);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next tick tries again; one failure must not end the sweeps.
                logger.LogError(exception, "Unpaid orders could not be cancelled");
            }
        }
    }
}
