using Microsoft.EntityFrameworkCore;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Catalog;

/// <summary>Keeps the shelves.</summary>
public sealed class CategoryService(StoreDbContext database)
{
    /// <summary>One page of the shelves.</summary>
    public async Task<PagedResponse<CategoryResponse>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var total = await database.Categories.CountAsync(cancellationToken);
        var items = await database.Categories
            .OrderBy(x => x.Name)
            .ThenBy(x => x.Id)
            .Skip(page.Offset)
            .Take(page.Size)
            .Select(x => new CategoryResponse(x.Id, x.Name))
            .ToListAsync(cancellationToken);
        return new PagedResponse<CategoryResponse>(items, page.Number, page.Size, total);
    }

    /// <summary>The shelf with this id, or null.</summary>
    public async Task<CategoryResponse?> FindAsync(int id, CancellationToken cancellationToken) =>
        await database.Categories
            .Where(x => x.Id == id)
            .Select(x => new CategoryResponse(x.Id, x.Name))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Puts up a shelf.</summary>
    public async Task<Outcome<CategoryResponse>> CreateAsync(CategoryRequest request, CancellationToken cancellationToken)
    {
        if (await database.Categories.AnyAsync(x => x.Name == request.Name, cancellationToken))
        {
            return Outcome<CategoryResponse>.Conflict("Another category has this name.");
        }

        var category = new Category { Name = request.Name };
        database.Categories.Add(category);
        await database.SaveChangesAsync(cancellationToken);
        return Outcome<CategoryResponse>.Done(new CategoryResponse(category.Id, category.Name));
    }
}
