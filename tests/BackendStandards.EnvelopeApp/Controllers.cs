using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;

namespace BackendStandards.EnvelopeApp;

/// <summary>Actions as they are in many an application: one line puts what they return into the envelope.</summary>
[ApiController]
[Route("mvc")]
public sealed class TodosController : ControllerBase
{
    [HttpGet("todos/{id:int}")]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public ActionResult<Todo> Get(int id) => id <= Store.Todos.Length ? Store.Todos[id - 1] : NotFound();

    [HttpGet("todos")]
    [ProducesResponseType<ApiResponse<IReadOnlyList<Todo>>>(StatusCodes.Status200OK)]
    public IActionResult List(int page = 1, int pageSize = 2) => Ok(ApiResponse.Paged<Todo>(Store.Page(page, pageSize), page, pageSize, Store.Todos.Length));

    [HttpPost("todos")]
    [ProducesResponseType<Todo>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public ActionResult<Todo> Create(NewTodo todo) => CreatedAtAction(nameof(Get), new { id = 7 }, new Todo(7, todo.Title!));

    [HttpPost("jobs")]
    public IActionResult Start() => Accepted("/mvc/jobs/1");

    [HttpDelete("todos/{id:int}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public IActionResult Delete(int id) => NoContent();

    [HttpGet("levels")]
    public ActionResult<int> Levels(int level) => level;

    [HttpPost("hostile")]
    public ActionResult<Todo> Read(Hostile hostile) => new Todo(1, hostile.Text);

    [HttpGet("bound")]
    public ActionResult<Todo> Bind([ModelBinder(typeof(ThrowingBinder))] string value) => new Todo(1, value);

    [HttpGet("boom")]
    public ActionResult<Todo> Boom() => throw Marker.Exception();

    [HttpGet("closed")]
    public ActionResult<Todo> Closed() => throw new OrderClosedException();

    [HttpGet("conflict")]
    public IActionResult Contradict() => Conflict(Marker.Text);

    [HttpGet("problem")]
    public IActionResult Fail() => Problem(Marker.Text, title: Marker.Text, statusCode: 409);

    [HttpGet("own")]
    public IActionResult Own() => BadRequest(ApiResponse.Fail(ErrorCodes.OrderClosed, "The order is closed."));

    [HttpGet("state")]
    public IActionResult State()
    {
        ModelState.AddModelError("Place.Street", "Too far.");
        return BadRequest(ModelState);
    }

    [HttpGet("secret"), Authorize]
    public ActionResult<Todo> Secret() => Store.Todos[0];

    [HttpGet("admin"), Authorize("admin")]
    public ActionResult<Todo> Admin() => Store.Todos[0];

    [HttpGet("limited"), EnableRateLimiting("none")]
    public ActionResult<int> Limited() => 1;

    [HttpGet("plain")]
    public Todo Plain() => Store.Todos[0];

    [HttpGet("asynchronous")]
    public async Task<ActionResult<Todo>> Asynchronous()
    {
        await Task.Yield();
        return Ok(Store.Todos[0]);
    }

    [HttpGet("list")]
    public IEnumerable<Todo> All() => Store.Todos;

    [HttpGet("nothing")]
    public IActionResult Nothing() => Ok();

    [HttpGet("null")]
    public Todo? Null() => null;

    [HttpGet("shape")]
    public ActionResult<Shape> Round() => new Circle("round", 2);

    [HttpGet("typed")]
    public ApiOk<Todo> Typed() => ApiResults.Ok(Store.Todos[0]);

    [HttpGet("json")]
    public JsonResult Json() => new(Store.Todos[0]);

    [HttpGet("stream")]
    public IAsyncEnumerable<int> Numbers() => Store.Numbers();

    [HttpGet("getter")]
    public ActionResult<Thrower> Getter() => new Thrower(1, true);

    [HttpGet("late")]
    public ActionResult<Thrower> Late() => new Thrower(100_000, true);

    [HttpGet("echo/{value}")]
    public ActionResult<object> Echo(string value) => new { value };

    [HttpGet("slow")]
    public async Task<ActionResult<int>> Slow(CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromSeconds(30), cancellation);
        return 1;
    }

    [HttpGet("filter"), ThrowingFilter]
    public ActionResult<int> Filtered() => 1;

    [HttpGet("result")]
    public IActionResult Result() => new ThrowingActionResult();

    [HttpGet("file")]
    public FileContentResult Download() => File("a,b\n1,2"u8.ToArray(), "text/csv", "x.csv");

    [HttpGet("text")]
    public ContentResult Text() => Content("plain text", "text/plain");

    [HttpGet("string")]
    public string String() => "plain text";

    [HttpGet("redirect")]
    public RedirectResult Away() => Redirect("/typed/todos/1");

    [HttpGet("events")]
    public async Task Events()
    {
        Response.ContentType = "text/event-stream";
        await Response.WriteAsync("data: one\n\n");
    }

    private sealed class ThrowingActionResult : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => throw Marker.Exception();
    }

    private sealed class ThrowingFilterAttribute : ActionFilterAttribute
    {
        public override void OnActionExecuting(ActionExecutingContext context) => throw Marker.Exception();
    }

    private sealed class ThrowingBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext) => throw Marker.Exception();
    }
}

/// <summary>Left out of the format.</summary>
[ApiController]
[SkipEnvelope]
[Route("mvc/skipped")]
public sealed class SkippedController : ControllerBase
{
    [HttpGet("bare")]
    public ActionResult<Todo> Bare() => Store.Todos[0];

    [HttpGet("missing")]
    public ActionResult<Todo> Missing() => NotFound();

    [HttpGet("boom")]
    public ActionResult<Todo> Boom() => throw Marker.Exception();
}
