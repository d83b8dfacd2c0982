using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

Old.Start(args);

public static class Old
{
    public static void Start(string[] args) => CreateHostBuilder(args).Build().Run();

    private static IHostBuilder CreateHostBuilder(string[] args) => Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
}

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddControllers().AddApplicationPart(Assembly.GetExecutingAssembly());
        services.AddAuthentication();
        services.AddSecurity();
    }

    public void Configure(IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseAuthorization();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapControllers();
            endpoints.MapGet("/open", () => "").AllowAnonymous();
            endpoints.MapGet("/closed", () => "");
        });
    }
}

public static class Security
{
    public static void AddSecurity(this IServiceCollection services) =>
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
}

[Route("plain")]
public class PlainController : ControllerBase { [HttpGet] public string Get() => ""; }

[ApiController, Route("a")]
public class AController : ControllerBase
{
    [HttpGet] public string Get() => "";
    [HttpPost, AllowAnonymous] public string Post() => "";
}
