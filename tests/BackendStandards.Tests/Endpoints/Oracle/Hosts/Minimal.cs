using System.Reflection;
using Asp.Versioning;
using Asp.Versioning.Builder;
using Asp.Versioning.Conventions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddEndpointsApiExplorer();
builder.Services.AddAuthentication();
builder.Services.AddAuthorization(options => options.AddPolicy("read", policy => policy.RequireAuthenticatedUser()));
builder.Services.AddApiVersioning();
builder.Services.AddRateLimiter(options => options.RejectionStatusCode = 429);
builder.Services.AddCors();
builder.Services.AddHealthChecks();
builder.Services.AddAntiforgery();
builder.Services.AddScoped<Clock>();
builder.Services.AddKeyedSingleton<Clock>("utc");
builder.Services.AddSingleton<IStore, Store>();

var app = builder.Build();

// Verbs.
app.MapGet("/verbs/get", () => "");
app.MapPost("/verbs/post", () => "");
app.MapPut("/verbs/put", () => "");
app.MapDelete("/verbs/delete", () => "");
app.MapPatch("/verbs/patch", () => "");
app.Map("/verbs/any", () => "");
app.MapMethods("/verbs/some", ["GET", HttpMethods.Head], () => "");
app.MapMethods("/verbs/custom", new[] { "PURGE" }, (HttpContext context) => Task.CompletedTask);
app.MapGet("/verbs/delegate", (RequestDelegate)(context => Task.CompletedTask));
app.MapFallback("/spa/{*path}", () => "");
app.MapHealthChecks("/health").AllowAnonymous();

// Prefixes.
var api = app.MapGroup("/api/v1");
api.MapGroup("users").RequireAuthorization().MapGet("/{id:int}", (int id) => id);
app.MapGroup($"/{Names.Api}").MapGet("users" + "/" + Names.List, () => "");
var reused = app.MapGroup("first");
reused.MapGet("x", () => "");
reused.RequireAuthorization();
reused = app.MapGroup("second");
reused.MapGet("y", () => "");
foreach (var name in new[] { "cats", "dogs" })
{
    var pets = app.MapGroup("pets").MapGroup(name);
    pets.MapGet("", () => "");
    if (name == "dogs") pets.RequireAuthorization("read");
}
foreach (var module in new IModule[] { new Cats(), new Dogs() }) module.Map(app.MapGroup("modules"));
new Mapper(app.MapGroup("fields")).Map();
app.MapUsers().RequireAuthorization(new AuthorizeAttribute { Roles = "admin, owner" }).WithTags("Users");
Crud<Order>.Map(app);
Crud<Invoice>.Map(app);
app.MapGroup("own").MapGet(List, "list").MapPost(Create);

// Authorization.
app.MapGet("/auth/attribute", [Authorize("read", Roles = "a,b")] () => "");
app.MapGet("/auth/anonymous", [AllowAnonymous] () => "").RequireAuthorization();
var open = app.MapGroup("/auth/open").AllowAnonymous();
open.MapGet("inner", () => "").RequireAuthorization("read");
var late = app.MapGroup("/auth/late");
late.MapGet("x", () => "");
late.RequireAuthorization();
RouteGroupBuilder? maybe = app.MapGroup("/auth/conditional");
maybe?.MapGet("access", () => "");
maybe?.RequireAuthorization();
app.MapGet("/auth/metadata", () => "").WithMetadata(new AuthorizeAttribute("read"), new TagsAttribute("T"));
app.MapGet("/auth/policy", () => "").RequireAuthorization(policy => policy.RequireRole("x"));
app.MapGet("/auth/derived", [Admin("boss")] () => "");
app.MapGet("/auth/requirement", [Minimum] () => "");
app.MapGet("/auth/none", () => "");

// Limits, CORS.
app.MapGet("/limits/policy", () => "").RequireRateLimiting("p");
app.MapGroup("/limits").RequireRateLimiting("group").MapGet("own", () => "").RequireRateLimiting("own");
app.MapGroup("/limits").RequireRateLimiting("group").MapGet("off", [DisableRateLimiting] () => "");
app.MapGroup("/limits").DisableRateLimiting().MapGet("outer-off", () => "").RequireRateLimiting("p");
app.MapGet("/limits/attribute", [EnableRateLimiting("a")] () => "");
app.MapPost("/limits/size", [RequestSizeLimit(1024)] () => "");
app.MapPost("/limits/no-size", [DisableRequestSizeLimit] () => "");
app.MapPost("/limits/late-size", () => "").WithMetadata(new RequestSizeLimitAttribute(5));
app.MapGet("/cors/policy", () => "").RequireCors("c");
app.MapGet("/cors/off", [DisableCors] () => "");
app.MapGet("/cors/attribute", [EnableCors("d")] () => "");
app.MapGet("/cors/built", () => "").RequireCors(policy => policy.AllowAnyOrigin());

// Documentation.
app.MapGet("/docs/calls", () => "").WithName("Calls").WithSummary("S").WithDescription("D").WithTags("T", "U");
app.MapGet("/docs/attributes", [EndpointName("Attributes"), EndpointSummary("S2"), EndpointDescription("D2"), Tags("T2")] () => "");
app.MapGroup("/docs").WithTags("Outer").WithSummary("Outer").MapGet("inner", () => "").WithTags("Inner");
app.MapGet("/docs/hidden", () => "").ExcludeFromDescription();
app.MapGroup("/docs").ExcludeFromDescription().MapGet("hidden-group", () => "");

// Responses.
app.MapGet("/responses/void", () => { });
app.MapGet("/responses/text", () => "x");
app.MapGet("/responses/task", async Task<Item> () => { await Task.Yield(); return new Item(1, "x"); });
app.MapGet("/responses/no-task", async () => { await Task.Yield(); });
app.MapGet("/responses/result", IResult () => Results.Ok());
app.MapGet("/responses/stated", IResult () => Results.Ok()).Produces<Item>().ProducesProblem(404);
app.MapPost("/responses/created", () => "").Produces<Item>(StatusCodes.Status201Created).ProducesValidationProblem();
app.MapGet("/responses/union", Results<Ok<Item>, NotFound, ValidationProblem> () => TypedResults.NotFound());
app.MapDelete("/responses/typed", async Task<NoContent> () => { await Task.Yield(); return TypedResults.NoContent(); });
app.MapGet("/responses/undescribed", Results<Ok<Item>, UnauthorizedHttpResult, ProblemHttpResult> () => TypedResults.Unauthorized());
app.MapGroup("/responses").ProducesProblem(429).ProducesProblem(500).MapGet("group", () => "");
app.MapGet("/responses/attribute", [ProducesResponseType(418)] () => Results.Ok());
app.MapGet("/responses/attribute-type", [ProducesResponseType<Item>(200)] IResult () => Results.Ok());

// Parameters.
app.MapGet("/binding/{id}", (int id, string? q, [FromQuery(Name = "n")] int? number, [FromHeader(Name = "X-Key")] string? key, HttpContext context, CancellationToken token, Clock clock) => id);
app.MapPost("/binding/body", (Item item, IStore store) => item);
app.MapPost("/binding/services", ([FromServices] Clock clock, [FromKeyedServices("utc")] Clock utc, [FromBody] Item item) => "");
app.MapGet("/binding/arrays", (int[] ids, string[] names) => "");
app.MapGet("/binding/members/{id}", ([AsParameters] Query query) => "");
app.MapGet("/binding/parsed/{day}", (Day day, Day? other) => "");
app.MapPost("/binding/form", ([FromForm] string name, IFormFile file) => "").DisableAntiforgery();
app.MapGet("/binding/date/{when}", (DateOnly when, Guid key, TimeSpan? length, Kind kind) => "");
app.MapPut("/binding/stream", (Stream body) => "");

// Versions.
var versioned = app.NewVersionedApi("Orders");
versioned.MapGroup("/versions/one").HasApiVersion(1, 0).MapGet("", () => "");
versioned.MapGroup("/versions/two").HasApiVersion(1.0).HasApiVersion(2.0).MapGet("", () => "");
versioned.MapGroup("/versions/mapped").HasApiVersion(1.0).HasApiVersion(3.0).MapGet("", () => "").MapToApiVersion(3.0);
versioned.MapGet("/versions/implicit", () => "");
var set = app.NewApiVersionSet().HasApiVersion(new ApiVersion(2, 0)).ReportApiVersions().Build();
app.MapGet("/versions/set", () => "").WithApiVersionSet(set);
app.MapGet("/versions/neutral", () => "").WithApiVersionSet(set).IsApiVersionNeutral();
app.MapGet("/versions/none", () => "");

app.Run();

static string List() => "";
static string Create(Item item) => item.Name;

static class Names
{
    public const string Api = "named";
    public static readonly string List = "list";
}

record Item(int Id, string Name);
record Query(int Id, string? Search, [property: FromHeader(Name = "X-Trace")] string? Trace, Clock Clock);
class Clock;
interface IStore;
class Store : IStore;
class Order;
class Invoice;
enum Kind { A, B }

record struct Day(int Number)
{
    public static bool TryParse(string text, out Day day) { day = default; return true; }
}

class AdminAttribute : AuthorizeAttribute
{
    public AdminAttribute(string role) : base("read") => Roles = role;
}

class MinimumAttribute : Attribute, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [];
}

interface IModule { void Map(IEndpointRouteBuilder routes); }
class Cats : IModule { public void Map(IEndpointRouteBuilder routes) => routes.MapGet("cats", () => ""); }
class Dogs : IModule { void IModule.Map(IEndpointRouteBuilder routes) => routes.MapGet("dogs", () => "").RequireAuthorization(); }

class Mapper(IEndpointRouteBuilder routes)
{
    private readonly IEndpointRouteBuilder _routes = routes;
    public void Map() => _routes.MapGet("x", () => "");
}

static class UserEndpoints
{
    public static RouteGroupBuilder MapUsers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/members");
        group.MapGet("/{id}", (int id) => id);
        group.MapPost("/", Add);
        return group;
    }

    /// <summary>Adds one.</summary>
    private static Created<Item> Add(Item item) => TypedResults.Created("/", item);
}

static class Crud<T>
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGroup("/crud/" + typeof(T).Name.ToLowerInvariant()).MapGet("{id}", (int id) => id);
}

static class OwnMaps
{
    public static IEndpointRouteBuilder MapGet(this IEndpointRouteBuilder routes, Delegate handler, string pattern = "") { routes.MapGet(pattern, handler); return routes; }
    public static IEndpointRouteBuilder MapPost(this IEndpointRouteBuilder routes, Delegate handler, string pattern = "") { routes.MapPost(pattern, handler); return routes; }
}
