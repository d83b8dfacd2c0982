using System.Reflection;
using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.RateLimiting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers().AddApplicationPart(Assembly.GetExecutingAssembly());
builder.Services.AddApiVersioning().AddMvc();
builder.Services.AddAuthentication();
builder.Services.AddAuthorization(options => options.AddPolicy("read", policy => policy.RequireAuthenticatedUser()));
builder.Services.AddCors();
builder.Services.AddScoped<Clock>();

var app = builder.Build();
app.MapControllers();
app.Run();

public record Item(int Id, string Name);
public record Filter(int Page, string? Search);
public class Clock;

[ApiController, Route("api/[controller]"), ApiVersionNeutral]
public class ItemsController : ControllerBase
{
    /// <summary>Lists.</summary>
    [HttpGet] public IEnumerable<Item> List(int page, string? search, [FromHeader(Name = "X-Key")] string? key, CancellationToken token) => [];
    [HttpGet("{id:int}", Name = "GetItem"), ProducesResponseType<Item>(200), ProducesResponseType(404)] public ActionResult<Item> Get(int id) => NotFound();
    [HttpPost, ProducesResponseType(typeof(Item), StatusCodes.Status201Created), ProducesResponseType(400)] public IActionResult Add(Item item, [FromServices] Clock clock) => Created("/", item);
    [HttpPut("{id}"), RequestSizeLimit(2048)] public void Replace(int id, Item item) { }
    [HttpDelete("{id}"), Authorize("read", Roles = "a, b")] public async Task Remove(int id) => await Task.Yield();
    [HttpGet("search")] public IActionResult Search([FromQuery] Filter filter) => Ok();
    [HttpPost("upload"), DisableRequestSizeLimit] public IActionResult Upload(IFormFile file) => Ok();
    [HttpGet("hidden"), ApiExplorerSettings(IgnoreApi = true)] public IActionResult Hidden() => Ok();
    [HttpGet("a"), HttpGet("b")] public string Two() => "";
    [HttpGet, Route("z")] public string One() => "";
    [HttpGet("p"), Route("q")] public string Both() => "";
    [Route("y")] public string Any() => "";
    [AcceptVerbs("GET", "HEAD", Route = "accepted")] public string Accepted2() => "";
    [HttpGet("/absolute")] public string Absolute() => "";
    [HttpGet("~/tilde")] public string Tilde() => "";
    [HttpGet("[action]"), ActionName("renamed")] public string Old() => "";
    [HttpGet("[action]")] public Task<string> LoadAsync() => Task.FromResult("");
    [HttpGet("taken"), Taken] public IActionResult Conflicted() => Ok();
    [HttpGet("summary"), EndpointSummary("S"), EndpointDescription("D"), Tags("T")] public string Documented() => "";
    [HttpGet("cors"), EnableCors("c")] public string Cors() => "";
    [HttpGet("nocors"), DisableCors] public string NoCors() => "";
    [HttpGet("limited"), EnableRateLimiting("p")] public string Limited() => "";
    [NonAction] public string None() => "";
}

[ApiController, Route("api/conventional"), ApiVersionNeutral, ApiConventionType(typeof(DefaultApiConventions))]
public class ConventionalController : ControllerBase
{
    [HttpGet] public IActionResult Get(int id) => Ok();
    [HttpGet("find")] public IActionResult FindItem(int itemId) => Ok();
    [HttpGet("grid")] public IActionResult GetGrid(int grid) => Ok();
    [HttpGet("getaway")] public IActionResult Getaway(int id) => Ok();
    [HttpGet("many")] public IActionResult GetMany(int first, int second) => Ok();
    [HttpPost] public IActionResult Create(Item item) => Ok();
    [HttpPut] public IActionResult Update(int id, Item item) => Ok();
    [HttpPatch, ApiConventionMethod(typeof(DefaultApiConventions), nameof(DefaultApiConventions.Put))] public IActionResult Change(int id) => Ok();
    [HttpDelete] public ActionResult<Item> Delete(int id) => Ok();
    [HttpDelete("stated"), ProducesResponseType(418)] public IActionResult DeleteStated(int id) => Ok();
    [HttpDelete("produced"), Produces("application/json")] public IActionResult DeleteProduced(int id) => Ok();
}

public class DerivedConventionalController : ConventionalBase
{
    [HttpGet("derived")] public IActionResult Load(string key, int count) => Ok();
    [HttpPost("derived")] public IActionResult LoadAll(string key, params int[] counts) => Ok();
    [HttpPut("derived")] public IActionResult Store(Item item) => Ok();
}

[ApiController, Route("api/own-conventional"), ApiVersionNeutral, ApiConventionType(typeof(OwnConventions))]
public abstract class ConventionalBase : ControllerBase;

public static class OwnConventions
{
    [ProducesResponseType(206), ApiConventionNameMatch(ApiConventionNameMatchBehavior.Prefix)]
    public static void Load([ApiConventionNameMatch(ApiConventionNameMatchBehavior.Any)] string name, [ApiConventionNameMatch(ApiConventionNameMatchBehavior.Any), ApiConventionTypeMatch(ApiConventionTypeMatchBehavior.Any)] object rest) { }

    [ProducesResponseType(202), ProducesDefaultResponseType]
    public static void Store([ApiConventionNameMatch(ApiConventionNameMatchBehavior.Any)] object value, params object[] more) { }
}

public class TakenAttribute : ProducesResponseTypeAttribute { public TakenAttribute() : base(409) { } }

[Authorize, EnableRateLimiting("outer"), Tags("Base"), ProducesResponseType(500), ApiVersionNeutral]
public abstract class SecuredController : ControllerBase
{
    [HttpGet("base")] public string Inherited() => "";
    [HttpGet("virtual"), AllowAnonymous] public virtual string Virtual([FromQuery(Name = "x")] string? value) => "";
}

[ApiController, Route("secured"), ApiVersionNeutral]
public class DerivedController : SecuredController
{
    [HttpGet("own"), AllowAnonymous] public string Own() => "";
    [HttpGet("off"), DisableRateLimiting] public string Off() => "";
    [HttpGet("inner"), EnableRateLimiting("inner"), Admin] public string Inner() => "";
    public override string Virtual(string? value) => "";
}

public class AdminAttribute : AuthorizeAttribute { public AdminAttribute() : base("read") => Roles = "admin"; }

[ApiController, Area("back"), Route("[area]/[controller]/[action]"), ApiVersionNeutral]
public class OfficeController : ControllerBase { [HttpPost] public void Close() { } }

[ApiController, Versioned("parts"), ApiVersionNeutral]
public class PartsController : ControllerBase
{
    [Purge("cache")] public void Purge() { }
    [HttpGet("{id}")] public string Get(string id) => id;
}

public class VersionedAttribute(string template) : RouteAttribute("api/v1/" + template);
public class PurgeAttribute(string template) : HttpMethodAttribute(["PURGE"], template);

[ApiController, Route("v{version:apiVersion}/orders"), ApiVersion(1.0), ApiVersion("2.0")]
public class OrdersController : ControllerBase
{
    [HttpGet] public string Both() => "";
    [HttpPost, MapToApiVersion(2.0)] public string Newer() => "";
}

[ApiController, Route("neutral"), ApiVersionNeutral]
public class NeutralController : ControllerBase { [HttpGet] public string Get() => ""; }

[Controller, Route("poco"), ApiController, ApiVersionNeutral]
public class Poco { [HttpGet] public string Get() => ""; }

public abstract class CrudController<T> : ControllerBase
{
    [HttpGet("{id}")] public ActionResult<T> Get(int id) => NotFound();
    [HttpPost] public ActionResult<T> Post(T item) => item;
}

[ApiController, Route("crud"), ApiVersionNeutral]
public class CrudItemsController : CrudController<Item>;

[Route("plain"), ApiVersionNeutral]
public class PlainController : ControllerBase { [HttpPost("{id}")] public string Post(int id, Item item, string? name) => ""; }

public class Outer { [Route("nested")] public class NestedController : ControllerBase { [HttpGet] public string Get() => ""; } }
[Route("internal")] class InternalController : ControllerBase { [HttpGet] public string Get() => ""; }
[NonController, Route("non")] public class NotController : ControllerBase { [HttpGet] public string Get() => ""; }
