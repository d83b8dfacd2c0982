using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Storefront.Violations.Data;
using Storefront.Violations.Models;

namespace Storefront.Violations.Endpoints;

// Lists of everything, pages in no order, rows that are read to be left out.
public static class ListEndpoints
{
    public static void MapLists(this WebApplication app)
    {
        var lists = app.MapGroup("/api/v1/order-lists").RequireAuthorization();
        lists.MapGet("/", async (ShopContext shop) =>
            TypedResults.Ok(await shop.Orders.Select(order => new OrderSummary(order.Id, order.Total)).ToListAsync())); // expect BST1040
        lists.MapGet("/pages/{page:int}", (int page, ShopContext shop) =>
            shop.Orders.Skip(page * 20).Take(20).Select(order => new OrderSummary(order.Id, order.Total)).ToListAsync()); // expect BST1042
        lists.MapGet("/open", async (int customer, int page, ShopContext shop) => // expect BST3003
            (await shop.Orders.ToListAsync()) // expect BST1043
                .Where(order => order.CustomerId == customer)
                .OrderBy(order => order.Id)
                .Skip(page * 20)
                .Take(20)
                .Select(order => new OrderSummary(order.Id, order.Total)));

        // Right: the database chooses one page, in an order.
        lists.MapGet("/closed", ([Range(0, 1000)] int page, ShopContext shop) => shop.Orders
            .Where(order => order.Status == "closed")
            .OrderBy(order => order.Id)
            .Skip(page * 20)
            .Take(20)
            .Select(order => new OrderSummary(order.Id, order.Total))
            .ToListAsync());
    }
}
