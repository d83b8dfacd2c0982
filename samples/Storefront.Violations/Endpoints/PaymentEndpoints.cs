using Storefront.Violations.Logging;
using Storefront.Violations.Models;

namespace Storefront.Violations.Endpoints;

public static class PaymentEndpoints
{
    public static void MapPayments(this WebApplication app)
    {
        app.MapPost("/payments", ( // expect BST1030
            PaymentRequest request, // expect BST3001
            ILoggerFactory loggers) =>
        {
            ShopLog.CardChecked(loggers.CreateLogger("Payments"), request.OrderId, request.CardToken);
            return TypedResults.Ok(request.Amount);
        }).RequireAuthorization();

        app.MapGet("/payments/{id:int}", (int id) => TypedResults.Ok(id)); // expect BST1030 // expect BST3050
    }
}
