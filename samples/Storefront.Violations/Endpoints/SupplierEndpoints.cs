using Storefront.Violations.Models;

namespace Storefront.Violations.Endpoints;

// How addresses are named, and what is answered.
public static class SupplierEndpoints
{
    public static void MapSuppliers(this WebApplication app)
    {
        var api = app.MapGroup("").RequireAuthorization();
        var supplier = api.MapGroup("/api/v1/supplier"); // expect BST1010
        supplier.MapGet("/{id:int}", (int id) => TypedResults.Ok(id));

        api.MapPost("/api/v1/suppliers/{id:int}/delete", (int id) => TypedResults.NoContent()); // expect BST1011
        api.MapGet("/api/v1/supplierContacts", () => TypedResults.Ok(12)); // expect BST1012
        api.Map("/api/v1/tenders/{id:int}", GetTender); // expect BST1001
        api.MapGet("/api/v1/contracts/", () => TypedResults.Ok(12)); // expect BST1013
        api.MapGet("/v1/api/tenders", () => TypedResults.Ok(12)); // expect BST1031
        api.MapGet("/api/v1/tenders/{id:int}/winner", (int id) => id > 0 ? Results.Ok(id) : Results.Ok(new { success = false, error = "open" })); // expect BST1023, BST2003
        api.MapGet("/api/v1/tenders/{id:int}/bids", (int id) => id > 0 ? Results.Ok(id) : Results.StatusCode(410)); // expect BST1024
        api.MapPut("/api/v1/suppliers/{id:int}/review", (
            int id,
            ReviewRequest review) // expect BST3002
            => TypedResults.Ok(review.Stars)).DisableValidation();
        api.MapPut("/api/v1/visits/{visit:guid}", (Guid visit, HttpResponse response) =>
        {
            response.Cookies.Append("visit", visit.ToString()); // expect BST3054
            return TypedResults.NoContent();
        });

        // Right: words that are not counted, actions that no method says, what there is one of.
        api.MapGet("/api/v1/equipment/{id:int}", (int id) => TypedResults.Ok(id));
        api.MapPost("/api/v1/tenders/{id:int}/cancel", (int id) => TypedResults.NoContent());
        api.MapGet("/api/v1/suppliers/{id:int}/status", (int id) => TypedResults.Ok(id));
    }

    private static IResult GetTender(int id) => TypedResults.Ok(id);
}
