using Microsoft.AspNetCore.Http.HttpResults;
using Storefront.Auth;
using Storefront.Common;

namespace Storefront.Catalog;

/// <summary>The shelves.</summary>
public static class CategoryEndpoints
{
    /// <summary>Maps them below the given prefix.</summary>
    public static void MapCategories(this IEndpointRouteBuilder routes)
    {
        var categories = routes.MapGroup("/categories").WithTags("Categories");

        categories.MapGet("/", async (
                [AsParameters] PageRequest page,
                CategoryService service,
                CancellationToken cancellationToken) =>
                TypedResults.Ok(await service.ListAsync(page, cancellationToken)))
            .WithSummary("List categories")
            .ProducesValidationProblem()
            .AllowAnonymous();

        categories.MapGet("/{id:int}", GetAsync)
            .WithName("GetCategory")
            .WithSummary("Show a category")
            .AllowAnonymous();

        categories.MapPost("/", CreateAsync)
            .WithSummary("Create a category")
            .RequireAuthorization(Policies.Administrator)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<Results<Ok<CategoryResponse>, ProblemHttpResult>> GetAsync(
        int id,
        CategoryService service,
        CancellationToken cancellationToken)
    {
        var category = await service.FindAsync(id, cancellationToken);
        return category is null ? Problems.NotFound("The category") : TypedResults.Ok(category);
    }

    private static async Task<Results<CreatedAtRoute<CategoryResponse>, ValidationProblem, ProblemHttpResult>> CreateAsync(
        CategoryRequest request,
        CategoryService service,
        CancellationToken cancellationToken)
    {
        var outcome = await service.CreateAsync(request, cancellationToken);
        return outcome.Value is { } category
            ? TypedResults.CreatedAtRoute(category, "GetCategory", new { id = category.Id })
            : Problems.Conflict(outcome.Reason);
    }
}
