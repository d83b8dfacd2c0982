using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews(options => options.Conventions.Add(new RouteTokenTransformerConvention(new Slugs()))).AddApplicationPart(Assembly.GetExecutingAssembly());
builder.Services.AddAuthentication();
builder.Services.AddAuthorization();

var app = builder.Build();
app.MapControllers();
app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");

// Groups out of tuples, lists and delegates.
var (first, second) = Two();
first.MapGet("/first", () => "");
second.RequireAuthorization();
second.MapGet("/second", () => "");
var list = new List<RouteGroupBuilder> { app.MapGroup("/listed").RequireAuthorization() };
list[0].MapGet("/third", () => "");
Action<IEndpointRouteBuilder> map = routes => routes.MapGet("/fourth", () => "");
map(app.MapGroup("/delegate"));

// By the names of types.
foreach (var type in Assembly.GetExecutingAssembly().GetTypes())
    if (!type.IsAbstract && type.Name.EndsWith("Module", StringComparison.Ordinal) && Activator.CreateInstance(type) is Module module)
        module.Map(app.MapGroup(type.Name.ToLowerInvariant()).RequireAuthorization());
app.Run();

(RouteGroupBuilder, RouteGroupBuilder) Two() => (app.MapGroup("/one"), app.MapGroup("/two"));

public abstract class Module { public abstract void Map(IEndpointRouteBuilder routes); }
public class CatsModule : Module { public override void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cats", () => ""); }
public class DogsModule : Module { public override void Map(IEndpointRouteBuilder routes) => routes.MapGet("/dogs", () => ""); }

public class Slugs : IOutboundParameterTransformer { public string? TransformOutbound(object? value) => value?.ToString()?.ToLowerInvariant() + "-x"; }

[ApiController, Route("[controller]/[action]")]
public class ThingsController : ControllerBase { [HttpGet] public string All() => ""; }

public class HomeController : Controller { public string Index() => ""; }
