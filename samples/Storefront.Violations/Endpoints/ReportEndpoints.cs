using Storefront.Violations.Data;

namespace Storefront.Violations.Endpoints;

public static class ReportEndpoints
{
    public static void MapReports(this WebApplication app)
    {
        app.MapGet("/reports/customers", (string region, CustomerQueries queries) => queries.CountAsync(region)).RequireAuthorization(); // expect BST1030
        app.MapGet("/reports/orders", (string status, OrderQueries queries) => queries.TotalsAsync(status)).RequireAuthorization(); // expect BST1030
    }
}
