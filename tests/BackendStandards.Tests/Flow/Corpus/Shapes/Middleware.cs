// A middleware looks at every request.
public class TenantMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var tenant = context.Request.Headers["X-Tenant"].ToString();
        SINK(tenant); // vulnerable
        SINK(tenant.Length == 0 ? "default" : "own"); // safe
        await next(context);
    }
}

public static class TenantExtensions
{
    public static void UseTenants(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        SINK(context.Request.Path.Value!); // vulnerable
        SINK(context.Request.Path.HasValue ? "path" : "none"); // safe
        await next();
    });
}
