using Dapper;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Catalog;

/// <summary>Finds products with hand-written SQL; every value is a parameter.</summary>
public sealed class ProductSearch(StoreConnections connections)
{
    private const string Filter = """
        FROM Products
        WHERE IsDiscontinued = 0
          AND (@pattern IS NULL OR Name LIKE @pattern ESCAPE '\')
          AND (@everyCategory OR CategoryId IN @categories)
        """;

    /// <summary>One page of the products that match.</summary>
    public async Task<PagedResponse<ProductResponse>> FindAsync(
        ProductQuery query,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        var values = new
        {
            pattern = PatternOf(query.Search),
            everyCategory = query.CategoryIds.Length == 0,
            categories = query.CategoryIds,
            limit = page.Size,
            offset = page.Offset,
        };

        // A column cannot be a parameter: the text comes from a closed list.
        var order = query.Order switch
        {
            ProductOrder.Price => "PriceInCents, Id",
            ProductOrder.Newest => "Id DESC",
            _ => "Name COLLATE NOCASE, Id",
        };
        var select = $"""
            SELECT Id, Sku, Name, Description, PriceInCents, Stock, CategoryId
            {Filter}
            ORDER BY {order}
            LIMIT @limit OFFSET @offset
            """;

        await using var connection = await connections.OpenAsync(cancellationToken);
        var total = await connection.ExecuteScalarAsync<int>(
            new CommandDefinition($"SELECT COUNT(*) {Filter}", values, cancellationToken: cancellationToken));
        var products = await connection.QueryAsync<Product>(
            new CommandDefinition(select, values, cancellationToken: cancellationToken));
        return new PagedResponse<ProductResponse>(
            products.Select(ProductResponse.From).ToList(), page.Number, page.Size, total);
    }

    private static string? PatternOf(string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return null;
        }

        var escaped = search.Trim().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
        return $"%{escaped}%";
    }
}
