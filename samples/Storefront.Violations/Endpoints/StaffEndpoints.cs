using Storefront.Violations.Data;
using Storefront.Violations.Models;

namespace Storefront.Violations.Endpoints;

// Rows of the database go out as they are, and come in as anybody fills them.
public static class StaffEndpoints
{
    public static void MapStaff(this WebApplication app)
    {
        var staff = app.MapGroup("/api/v1/staff").RequireAuthorization();
        staff.MapGet("/{id:int}", async (int id, ShopContext shop) => // expect BST8002
        {
            var member = await shop.Members.FindAsync(id);
            return member is null ? Results.NotFound() : Results.Ok(member); // expect BST2010
        });
        staff.MapPost("/", async (
            Shift shift, // expect BST2011
            ShopContext shop) => // expect BST9001
        {
            shop.Shifts.Add(shift);
            await shop.SaveChangesAsync();
            return Results.Created($"/api/v1/staff/shifts/{shift.Id}", shift.Id);
        });

        // Right: a type of the API's own.
        staff.MapGet("/orders/{id:int}", async (int id, ShopContext shop) =>
        {
            var order = await shop.Orders.FindAsync(id);
            return order is null ? Results.NotFound() : Results.Ok(new OrderSummary(order.Id, order.Total));
        });
    }
}
