using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Storefront.Hosting;

/// <summary>How often one caller may call.</summary>
public static class RateLimiting
{
    /// <summary>The policy of the endpoints that check credentials.</summary>
    public const string SignInPolicy = "sign-in";

    /// <summary>Registers the limit of all endpoints and the narrower one of sign-in.</summary>
    public static IServiceCollection AddStoreRateLimiting(this IServiceCollection services, IConfiguration configuration)
    {
        var requestsPerMinute = configuration.GetValue("RateLimits:RequestsPerMinute", 300);
        var signInsPerMinute = configuration.GetValue("RateLimits:SignInsPerMinute", 10);

        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetFixedWindowLimiter(CallerOf(context), _ => PerMinute(requestsPerMinute)));
            options.AddPolicy(SignInPolicy, context =>
                RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => PerMinute(signInsPerMinute)));
        });
    }

    private static string CallerOf(HttpContext context) =>
        context.User.FindFirstValue("sub") is { } account ? $"account:{account}" : AddressOf(context);

    private static string AddressOf(HttpContext context) =>
        $"address:{context.Connection.RemoteIpAddress}";

    private static FixedWindowRateLimiterOptions PerMinute(int permits) => new()
    {
        PermitLimit = permits,
        Window = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    };
}
