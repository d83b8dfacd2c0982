using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.AspNetCore.RateLimiting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter())).AddApplicationPart(Assembly.GetExecutingAssembly());
builder.Services.AddAuthentication();
builder.Services.AddAuthorization();
builder.Services.AddRateLimiter(options => options.RejectionStatusCode = 429);

var app = builder.Build();
app.UseRouting();
app.UseEndpoints(endpoints =>
{
    endpoints.MapGroup("mvc").WithTags("Outer").MapControllers().RequireRateLimiting("all");
    endpoints.MapGet("plain", () => "");
});
app.Run();

[ApiController, Route("a")]
public class AController : ControllerBase
{
    [HttpGet] public string Get() => "";
    [HttpPost, AllowAnonymous] public string Post() => "";
    [HttpPut, EnableRateLimiting("own"), Tags("Own")] public string Put() => "";
    [HttpDelete, DisableRateLimiting] public string Delete() => "";
}
