using Microsoft.AspNetCore.Http.HttpResults;

namespace Storefront.Common;

/// <summary>The refusals that several endpoints share, as problem details.</summary>
public static class Problems
{
    /// <summary>404: no such resource, or not one that this caller may see.</summary>
    public static ProblemHttpResult NotFound(string resource) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: $"{resource} was not found.");

    /// <summary>409: the request contradicts the present state.</summary>
    public static ProblemHttpResult Conflict(string? reason) => TypedResults.Problem(
        statusCode: StatusCodes.Status409Conflict,
        title: "The request contradicts the present state.",
        detail: reason);
}
