using Microsoft.AspNetCore.Http.HttpResults;

namespace BackendStandards.EnvelopeApp;

/// <summary>Handlers as they are in many an application: a group puts what they return into the envelope.</summary>
internal static class GroupEndpoints
{
    public static void MapGroupStyle(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/group").WithApiEnvelope();
        group.MapGet("/todos/{id:int}", Results<Ok<Todo>, NotFound> (int id) => id <= Store.Todos.Length ? TypedResults.Ok(Store.Todos[id - 1]) : TypedResults.NotFound())
            .WithName("group-todo");
        group.MapGet("/todos", (int page = 1, int pageSize = 2) => ApiResults.Paged<Todo>(Store.Page(page, pageSize), page, pageSize, Store.Todos.Length));
        group.MapPost("/todos", Results<CreatedAtRoute<Todo>, ValidationProblem> (NewTodo todo) =>
#if !NET10_0_OR_GREATER
            todo.Title is not { Length: <= 10 } ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["Title"] = ["At most ten characters."] }) :
#endif
            TypedResults.CreatedAtRoute(new Todo(7, todo.Title!), "group-todo", new RouteValueDictionary { ["id"] = 7 }));
        group.MapPost("/jobs", () => TypedResults.Accepted("/group/jobs/1"));
        group.MapDelete("/todos/{id:int}", NoContent (int id) => TypedResults.NoContent());
        group.MapGet("/levels", (Level level) => TypedResults.Ok(level.Value));
        group.MapPost("/hostile", (Hostile hostile) => TypedResults.Ok(hostile.Text));
        group.MapGet("/bound", (Bound bound) => TypedResults.Ok(bound.Text));
        group.MapGet("/boom", Todo () => throw Marker.Exception());
        group.MapGet("/closed", Todo () => throw new OrderClosedException());
        group.MapGet("/conflict", () => TypedResults.Conflict(Marker.Text));
        group.MapGet("/problem", () => TypedResults.Problem(Marker.Text, title: Marker.Text, statusCode: 409));
        group.MapGet("/secret", () => TypedResults.Ok("kept")).RequireAuthorization();
        group.MapGet("/admin", () => TypedResults.Ok("kept")).RequireAuthorization("admin");
        group.MapGet("/limited", () => TypedResults.Ok(1)).RequireRateLimiting("none");
        group.MapGet("/plain", () => Store.Todos[0]);
        group.MapGet("/asynchronous", async Task<Todo> () =>
        {
            await Task.Yield();
            return Store.Todos[0];
        });
        group.MapGet("/list", () => Store.Todos);
        group.MapGet("/nothing", () => TypedResults.Ok());
        group.MapGet("/null", Todo? () => null);
        group.MapGet("/shape", Shape () => new Circle("round", 2));
        group.MapGet("/stream", () => Store.Numbers());
        group.MapGet("/getter", () => new Thrower(1, true));
        group.MapGet("/late", () => new Thrower(100_000, true));
        group.MapGet("/echo/{value}", (string value) => TypedResults.Ok(value));
        group.MapGet("/slow", async (CancellationToken cancellation) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(30), cancellation);
            return TypedResults.Ok(1);
        });
        group.MapGet("/filter", () => TypedResults.Ok(1)).AddEndpointFilter((_, _) => throw Marker.Exception());
        group.MapGet("/result", TypedEndpoints.ThrowingResult () => new());
        group.MapUntouched();
        group.MapGroup("/skipped").SkipApiEnvelope().MapSkipped();
    }
}
