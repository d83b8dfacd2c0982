using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Swashbuckle.AspNetCore.Annotations;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers().AddApplicationPart(Assembly.GetExecutingAssembly());
builder.Services.AddEndpointsApiExplorer();
builder.Services.AddSwaggerGen(options => options.EnableAnnotations());

var app = builder.Build();
app.MapControllers();
app.MapGet("/minimal", [SwaggerOperation("M", "Minimal.", OperationId = "Minimal", Tags = ["Small"])] () => "");
app.MapGet("/minimal/short", [SwaggerOperation("Short")] () => "").WithTags("Framework");
app.MapPost("/minimal/responses", [SwaggerResponse(201, "Made", typeof(Item))][SwaggerResponse(409)] IResult (Item item) => Results.Created("/", item));
app.MapPut("/minimal/both", [SwaggerResponse(422)] IResult () => Results.Ok()).Produces<Item>(200);
app.MapGet("/minimal/framework", () => "").WithSummary("S").WithDescription("D").WithName("Framework");
app.MapGet("/minimal/none", () => "");
app.MapGet("/minimal/hidden", () => "").ExcludeFromDescription();
app.Run();

public record Item(int Id, string Name);

[ApiController, Route("items"), SwaggerTag("Things.")]
public class ItemsController : ControllerBase
{
    [HttpGet, SwaggerOperation(Summary = "Lists.", Description = "All of them.", OperationId = "ListItems", Tags = new[] { "Items", "Lists" })] public IEnumerable<Item> List() => [];
    [HttpGet("{id}"), SwaggerOperation("One."), SwaggerResponse(200, "Found", typeof(Item)), SwaggerResponse(StatusCodes.Status404NotFound, "Gone")] public IActionResult Get(int id) => NotFound();
    [HttpPost, SwaggerResponse(201), ProducesResponseType(400)] public IActionResult Add(Item item) => Created("/", item);
    [HttpPut("{id}", Name = "Put")] public void Replace(int id, Item item) { }
    [HttpPatch("{id}"), Documented] public void Change(int id) { }
    [HttpDelete("{id}"), SwaggerOperation(Description = "For good.")] public void Remove(int id) { }
    [HttpGet("hidden"), ApiExplorerSettings(IgnoreApi = true), SwaggerOperation("Hidden.")] public string Hidden() => "";
}

public class DocumentedAttribute : SwaggerOperationAttribute { public DocumentedAttribute() : base("Changes.", "A part.") => OperationId = "Change"; }

[ApiController, Route("taken"), SwaggerResponse(500, "Broken")]
public class TakenController : ControllerBase
{
    [HttpGet, SwaggerResponse(200, type: typeof(string))] public IActionResult Get() => Ok("");
    [HttpPost, SwaggerResponse(409)] public ActionResult<Item> Post(Item item) => item;
}
