using Microsoft.EntityFrameworkCore;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Catalog;

/// <summary>Keeps the catalogue.</summary>
public sealed class ProductService(StoreDbContext database, ILogger<ProductService> logger)
{
    /// <summary>The product with this id, or null.</summary>
    public async Task<ProductResponse?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var product = await database.Products
            .AsNoTracking()
            .SingleOrDefaultAsync(x => x.Id == id && !x.IsDiscontinued, cancellationToken);
        return product is null ? null : ProductResponse.From(product);
    }

    /// <summary>Puts a product into the catalogue.</summary>
    public async Task<Outcome<ProductResponse>> CreateAsync(ProductRequest request, CancellationToken cancellationToken)
    {
        if (await RefusalOfAsync(request, except: null, cancellationToken) is { } reason)
        {
            return Outcome<ProductResponse>.Conflict(reason);
        }

        var product = new Product { Sku = request.Sku, Name = request.Name };
        Apply(request, product);
        database.Products.Add(product);
        await database.SaveChangesAsync(cancellationToken);

        logger.LogInformation("Product {ProductId} was created", product.Id);
        return Outcome<ProductResponse>.Done(ProductResponse.From(product));
    }

    /// <summary>Replaces what the catalogue says about a product.</summary>
    public async Task<Outcome<ProductResponse>> ReplaceAsync(
        int id,
        ProductRequest request,
        CancellationToken cancellationToken)
    {
        var product = await database.Products.SingleOrDefaultAsync(
            x => x.Id == id && !x.IsDiscontinued, cancellationToken);
        if (product is null)
        {
            return Outcome<ProductResponse>.NotFound();
        }

        if (await RefusalOfAsync(request, except: id, cancellationToken) is { } reason)
        {
            return Outcome<ProductResponse>.Conflict(reason);
        }

        Apply(request, product);
        await database.SaveChangesAsync(cancellationToken);
        return Outcome<ProductResponse>.Done(ProductResponse.From(product));
    }

    /// <summary>Adds to the stock or takes from it, in one statement, so that two callers cannot lose an update.</summary>
    public async Task<Outcome<ProductResponse>> AdjustStockAsync(
        int id,
        StockAdjustment adjustment,
        CancellationToken cancellationToken)
    {
        var adjusted = await database.Database.ExecuteSqlAsync(
            $"""
            UPDATE Products SET Stock = Stock + {adjustment.Change}
            WHERE Id = {id} AND IsDiscontinued = 0 AND Stock + {adjustment.Change} >= 0
            """,
            cancellationToken);
        var product = await FindAsync(id, cancellationToken);
        if (product is null)
        {
            return Outcome<ProductResponse>.NotFound();
        }

        if (adjusted == 0)
        {
            return Outcome<ProductResponse>.Conflict("The stock cannot fall below zero.");
        }

        logger.LogInformation("The stock of product {ProductId} changed by {Change}: {Reason}",
            id, adjustment.Change, adjustment.Reason);
        return Outcome<ProductResponse>.Done(product);
    }

    /// <summary>Takes a product out of the catalogue; false if there is none.</summary>
    public async Task<bool> DiscontinueAsync(int id, CancellationToken cancellationToken)
    {
        var changed = await database.Products
            .Where(x => x.Id == id && !x.IsDiscontinued)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.IsDiscontinued, true), cancellationToken);
        return changed == 1;
    }

    private async Task<string?> RefusalOfAsync(ProductRequest request, int? except, CancellationToken cancellationToken)
    {
        if (!await database.Categories.AnyAsync(x => x.Id == request.CategoryId, cancellationToken))
        {
            return "There is no such category.";
        }

        return await database.Products.AnyAsync(x => x.Sku == request.Sku && x.Id != except, cancellationToken)
            ? "Another product has this stock keeping unit."
            : null;
    }

    private static void Apply(ProductRequest request, Product product)
    {
        product.Sku = request.Sku;
        product.Name = request.Name;
        product.Description = request.Description ?? "";
        product.PriceInCents = Money.ToCents(request.Price);
        product.Stock = request.Stock;
        product.CategoryId = request.CategoryId;
    }
}
