using System.Reflection;
using Asp.Versioning;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers().AddApplicationPart(Assembly.GetExecutingAssembly());
builder.Services.AddEndpointsApiExplorer();
builder.Services.AddAuthentication();
builder.Services.AddAuthorization(options => options.AddPolicy("read", policy => policy.RequireAuthenticatedUser()));
builder.Services.AddOutputCache(options => options.AddPolicy("c", policy => policy.Expire(TimeSpan.FromSeconds(1))));
builder.Services.AddApiVersioning(options => options.ApiVersionReader = ApiVersionReader.Combine(new HeaderApiVersionReader("X-Version"), new QueryStringApiVersionReader("v"))).AddMvc();
builder.Services.AddKeyedScoped<Clock>("utc");

var app = builder.Build();
app.MapControllers();

// Binding.
app.MapGet("/binding/own", (Point at, Point? other) => "");
app.MapPost("/binding/form", ([FromForm] Upload upload, IFormFileCollection files) => "").DisableAntiforgery();
app.MapPost("/binding/request", (HttpRequest request, System.IO.Pipelines.PipeReader reader) => "");
app.MapPut("/binding/mixed/{id}", ([AsParameters] Change change) => "");
app.MapGet("/binding/query", ([FromQuery(Name = "tag")] string[] tags, Guid? key, [FromKeyedServices("utc")] Clock clock) => "");

// Caches and forms.
app.MapGet("/cache/plain", () => "").CacheOutput();
app.MapGet("/cache/named", () => "").CacheOutput("c");
app.MapGet("/cache/attribute", [OutputCache(Duration = 5)] () => "");
app.MapGroup("/cache").CacheOutput("c").MapGet("group", () => "");
app.MapGet("/cache/none", () => "");
app.MapPost("/forms/limited", (IFormFile file) => "").WithFormOptions(multipartBodyLengthLimit: 4096).DisableAntiforgery();
app.MapPost("/forms/open", (IFormFile file) => "").DisableAntiforgery();

// Groups that come and go.
var made = new Areas(app);
made.Inner.MapGet("/property", () => "");
made.Make("made").MapGet("/returned", () => "");
Areas.Choose(app, true).MapGet("/chosen", () => "");
Finish(app.MapGroup("/finished")).WithTags("Finished");
void Add(IEndpointRouteBuilder routes) => routes.MapDelete("/local/{id:guid}", (Guid id) => TypedResults.NoContent());
Add(app.MapGroup("/function"));

// What answers.
app.MapGet("/answers/switch/{n}", Results<Ok<int>, NotFound, Conflict> (int n) => n switch { 1 => TypedResults.Ok(n), 2 => TypedResults.NotFound(), _ => TypedResults.Conflict() });
app.MapGet("/answers/ternary/{n}", async Task<Results<Ok<string>, BadRequest<string>>> (int n) => { await Task.Yield(); return n > 1 ? TypedResults.Ok("") : TypedResults.BadRequest(""); });
app.MapPost("/answers/accepted", () => TypedResults.Accepted("/"));

// Versions in a header.
var orders = app.NewVersionedApi();
orders.MapGroup("/orders").HasApiVersion(1.0).HasDeprecatedApiVersion(0.9).MapGet("/", () => "");
orders.MapGroup("/orders").HasApiVersion(2.0).MapGet("/", () => "");
app.Run();

static RouteGroupBuilder Finish(RouteGroupBuilder group)
{
    group.MapGet("/x", () => "").RequireAuthorization("read");
    return group;
}

public class Clock;
public record Upload(string Name, int Size);
public record Change([FromRoute] int Id, [FromBody] Upload Body, [FromHeader(Name = "If-Match")] string? Match, bool Force = false);

public record Point(int X, int Y)
{
    public static ValueTask<Point?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<Point?>(new(1, 2));
}

public class Areas(WebApplication app)
{
    public RouteGroupBuilder Inner { get; } = app.MapGroup("/inner");
    public RouteGroupBuilder Make(string name) => app.MapGroup("/areas").MapGroup(name);
    public static RouteGroupBuilder Choose(WebApplication app, bool open) { var group = app.MapGroup("/choice"); group.RequireAuthorization(); return group; }
}

[ApiController, Route("items"), ApiVersion(1.0), ApiVersion(2.0)]
public class ItemsController : ControllerBase
{
    [HttpGet, OutputCache(PolicyName = "c")] public string List() => "";
    [HttpGet("cached"), ResponseCache(Duration = 5)] public string Cached() => "";
    [HttpPost, MapToApiVersion(2.0)] public void Add([FromForm] Upload upload) { }
    [HttpPut("{id}")] public Results<NoContent, NotFound> Replace([FromRoute] int id, [FromBody] Upload upload) => TypedResults.NoContent();
}
