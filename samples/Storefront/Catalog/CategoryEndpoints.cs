using BackendStandards;
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
                (await service.ListAsync(page, cancellationToken)).ToResult())
            .WithSummary("List categories")
            .ProducesApiErrors(StatusCodes.Status400BadRequest)
            .AllowAnonymous();

        categories.MapGet("/{id:int}", GetAsync)
            .WithName("GetCategory")
            .WithSummary("Show a category")
            .AllowAnonymous();

        categories.MapPost("/", CreateAsync)
            .WithSummary("Create a category")
            .RequireAuthorization(Policies.Administrator)
            .ProducesApiErrors(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
    }

    private static async Task<Results<ApiOk<CategoryResponse>, ApiNotFound>> GetAsync(
        int id,
        CategoryService service,
        CancellationToken cancellationToken)
    {
        var category = await service.FindAsync(id, cancellationToken);
        return category is null ? ApiResults.NotFound("The category was not found.") : ApiResults.Ok(category);
    }

    private static async Task<Results<ApiCreated<CategoryResponse>, ApiValidationFailed, ApiConflict>> CreateAsync(
        CategoryRequest request,
        CategoryService service,
        CancellationToken cancellationToken)
    {
        var outcome = await service.CreateAsync(request, cancellationToken);
        return outcome.Value is { } category
            ? ApiResults.Created($"/api/v1/categories/{category.Id}", category)
            : ApiResults.Conflict(message: outcome.Reason);
    }
}
