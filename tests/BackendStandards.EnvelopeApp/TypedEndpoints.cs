using Microsoft.AspNetCore.Http.HttpResults;

namespace BackendStandards.EnvelopeApp;

/// <summary>Handlers that say in their types what they answer.</summary>
internal static class TypedEndpoints
{
    public static void MapTyped(this IEndpointRouteBuilder routes)
    {
        var typed = routes.MapGroup("/typed").ProducesApiErrors(500);
        typed.MapGet("/todos/{id:int}", Results<ApiOk<Todo>, ApiNotFound> (int id) =>
            id <= Store.Todos.Length ? ApiResults.Ok(Store.Todos[id - 1]) : ApiResults.NotFound("There is no such task."));
        typed.MapGet("/todos", ApiPaged<Todo> (int page = 1, int pageSize = 2) => ApiResults.Paged<Todo>(Store.Page(page, pageSize), page, pageSize, Store.Todos.Length));
        typed.MapPost("/todos", Results<ApiCreated<Todo>, ApiValidationFailed> (NewTodo todo) =>
#if !NET10_0_OR_GREATER
            todo.Title is not { Length: <= 10 } ? ApiResults.ValidationFailed(new ApiErrorDetail("title", "At most ten characters.")) :
#endif
            ApiResults.Created("/typed/todos/7", new Todo(7, todo.Title!)));
        typed.MapPost("/jobs", () => ApiResults.Accepted("/typed/jobs/1"));
        typed.MapDelete("/todos/{id:int}", NoContent (int id) => TypedResults.NoContent());
        typed.MapGet("/levels", ApiOk<int> (Level level) => ApiResults.Ok(level.Value));
        typed.MapPost("/hostile", ApiOk<string> (Hostile hostile) => ApiResults.Ok(hostile.Text));
        typed.MapGet("/bound", ApiOk<string> (Bound bound) => ApiResults.Ok(bound.Text));
        typed.MapGet("/boom", ApiOk<Todo> () => throw Marker.Exception());
        typed.MapGet("/closed", ApiOk<Todo> () => throw new OrderClosedException());
        typed.MapGet("/conflict", () => ApiResults.Conflict(ErrorCodes.OrderClosed, "The order is closed."));
        typed.MapGet("/teapot", () => ApiResults.Fail(418, "TEAPOT", "No coffee here."));
        typed.MapGet("/problem", () => TypedResults.Problem(Marker.Text, title: Marker.Text, statusCode: 409));
        typed.MapGet("/secret", () => ApiResults.Ok("kept")).RequireAuthorization();
        typed.MapGet("/admin", () => ApiResults.Ok("kept")).RequireAuthorization("admin");
        typed.MapGet("/limited", () => ApiResults.Ok(1)).RequireRateLimiting("none");
        typed.MapGet("/null", () => ApiResults.Ok<Todo?>(null));
        typed.MapGet("/shape", () => ApiResults.Ok<Shape>(new Circle("round", 2)));
        typed.MapGet("/stream", () => ApiResults.Ok(Store.Numbers()));
        typed.MapGet("/getter", () => ApiResults.Ok(new Thrower(1, true)));
        typed.MapGet("/late", () => ApiResults.Ok(new Thrower(100_000, true)));
        typed.MapGet("/echo/{value}", (string value) => ApiResults.Ok(value));
        typed.MapGet("/slow", async (CancellationToken cancellation) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(30), cancellation);
            return ApiResults.Ok(1);
        });
        typed.MapGet("/filter", () => ApiResults.Ok(1)).AddEndpointFilter((_, _) => throw Marker.Exception());
        typed.MapGet("/result", ThrowingResult () => new());
        typed.MapUntouched();
        typed.MapGroup("/skipped").SkipApiEnvelope().MapSkipped();
    }

    /// <summary>What is no JSON: the same for every style.</summary>
    public static void MapUntouched(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/file", () => TypedResults.File("a,b\n1,2"u8.ToArray(), "text/csv", "x.csv"));
        routes.MapGet("/text", () => TypedResults.Text("plain text"));
        routes.MapGet("/redirect", () => TypedResults.Redirect("/typed/todos/1"));
#if NET10_0_OR_GREATER
        routes.MapGet("/events", () => TypedResults.ServerSentEvents(Texts()));
        static async IAsyncEnumerable<string> Texts()
        {
            await Task.Yield();
            yield return "one";
        }
#else
        routes.MapGet("/events", () => TypedResults.Stream(new MemoryStream("data: one\n\n"u8.ToArray()), "text/event-stream"));
#endif
    }

    public static void MapSkipped(this IEndpointRouteBuilder skipped)
    {
        skipped.MapGet("/bare", () => TypedResults.Ok(Store.Todos[0]));
        skipped.MapGet("/missing", () => TypedResults.NotFound());
        skipped.MapGet("/boom", Ok<Todo> () => throw Marker.Exception());
    }

    /// <summary>Throws while it is executed.</summary>
    internal sealed class ThrowingResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw Marker.Exception();
    }
}
