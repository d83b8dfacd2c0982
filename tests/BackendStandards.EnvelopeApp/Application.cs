using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;

namespace BackendStandards.EnvelopeApp;

/// <summary>Puts the application together.</summary>
public static class Application
{
    /// <summary>The largest body that is read.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>Builds it; the caller may add services and endpoints.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null)
    {
#if NATIVE
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
#else
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().AddApplicationPart(typeof(Application).Assembly).AddApiEnvelope();
#endif
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddApiEnvelope(options => options.MapException<OrderClosedException>(409, ErrorCodes.OrderClosed));
        builder.Services.AddHealthChecks();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestAuthentication>("Test", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("admin", policy => policy.RequireRole("admin"));
        builder.Services.AddRateLimiter(options => options.AddPolicy("none", _ => new RateLimitPartition<string>("all", _ => new Refusing())));
#if NET10_0_OR_GREATER
        builder.Services.AddValidation();
        builder.Services.AddOpenApi();
#endif
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseApiEnvelope();
        app.Use((context, next) => context.Request.Headers.ContainsKey("X-Throw") ? throw Marker.Exception() : next(context));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapHealthChecks("/health");
#if NET10_0_OR_GREATER
        app.MapOpenApi();
#endif
        app.MapTyped();
        app.MapGroupStyle();
#if !NATIVE
        app.MapControllers();
#endif
        map?.Invoke(app);
        return app;
    }

    /// <summary>Lets nobody through.</summary>
    private sealed class Refusing : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Refused();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(new Refused());
    }

    private sealed class Refused : RateLimitLease
    {
        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
