using System.ComponentModel.DataAnnotations;
using BackendStandards;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Storefront.Common;

namespace Storefront.Reports;

/// <summary>What the shop sold and what it runs out of.</summary>
public static class ReportEndpoints
{
    /// <summary>Maps them into the given group, whose caller says who may use them.</summary>
    public static void MapSalesReports(this RouteGroupBuilder reports)
    {
        reports.ProducesApiErrors(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
        reports.MapGet("/sales", SalesAsync).WithSummary("List what was sold, by product");
        reports.MapGet("/low-stock", LowStockAsync).WithSummary("List the products of which few are left");
    }

    private static async Task<Results<ApiPaged<ProductSales>, ApiValidationFailed>> SalesAsync(
        [AsParameters] SalesQuery query,
        [AsParameters] PageRequest page,
        SalesReports reports,
        CancellationToken cancellationToken) =>
        (await reports.ProductsAsync(query, page, cancellationToken)).ToResult();

    private static async Task<Results<ApiPaged<LowStock>, ApiValidationFailed>> LowStockAsync(
        [FromQuery, Range(0, 1_000)] int? threshold,
        [AsParameters] PageRequest page,
        SalesReports reports,
        CancellationToken cancellationToken) =>
        (await reports.LowStockAsync(threshold ?? 10, page, cancellationToken)).ToResult();
}
