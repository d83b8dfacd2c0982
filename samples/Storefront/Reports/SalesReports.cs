using Dapper;
using Microsoft.EntityFrameworkCore;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Reports;

/// <summary>Sums over the orders that were paid.</summary>
public sealed class SalesReports(StoreDbContext database, StoreConnections connections)
{
    private const string PaidLines = """
        FROM OrderLines AS line
        JOIN Orders AS paid ON paid.Id = line.OrderId
        JOIN Products AS product ON product.Id = line.ProductId
        WHERE paid.Status = 'Paid' AND paid.PlacedAt >= @Start AND paid.PlacedAt < @End
        """;

    /// <summary>One page of the products that were sold, the best first.</summary>
    public async Task<PagedResponse<ProductSales>> ProductsAsync(
        SalesQuery query,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        var values = new { query.Start, query.End, limit = page.Size, offset = page.Offset };
        await using var connection = await connections.OpenAsync(cancellationToken);
        var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT COUNT(DISTINCT line.ProductId) " + PaidLines, values, cancellationToken: cancellationToken));
        var rows = await connection.QueryAsync<(int ProductId, string Name, long Quantity, long RevenueInCents)>(
            new CommandDefinition(
                $"""
                SELECT line.ProductId, product.Name, SUM(line.Quantity), SUM(line.Quantity * line.UnitPriceInCents)
                {PaidLines}
                GROUP BY line.ProductId, product.Name
                ORDER BY 4 DESC, 1
                LIMIT @limit OFFSET @offset
                """,
                values,
                cancellationToken: cancellationToken));
        return new PagedResponse<ProductSales>(
            rows.Select(x => new ProductSales(x.ProductId, x.Name, x.Quantity, Money.FromCents(x.RevenueInCents))).ToList(),
            page.Number,
            page.Size,
            total);
    }

    /// <summary>One page of the products of which few are left.</summary>
    public async Task<PagedResponse<LowStock>> LowStockAsync(
        int threshold,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        var products = database.Products
            .FromSql($"SELECT * FROM Products WHERE IsDiscontinued = 0 AND Stock <= {threshold}");
        var total = await products.CountAsync(cancellationToken);
        var items = await products
            .OrderBy(x => x.Stock)
            .ThenBy(x => x.Id)
            .Skip(page.Offset)
            .Take(page.Size)
            .Select(x => new LowStock(x.Id, x.Name, x.Stock))
            .ToListAsync(cancellationToken);
        return new PagedResponse<LowStock>(items, page.Number, page.Size, total);
    }
}
