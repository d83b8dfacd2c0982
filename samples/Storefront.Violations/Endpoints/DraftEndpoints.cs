using Microsoft.EntityFrameworkCore;
using Storefront.Violations.Data;
using Storefront.Violations.Models;

namespace Storefront.Violations.Endpoints;

// Whose things are, who decides about them, and which request changes them.
public static class DraftEndpoints
{
    public static void MapDrafts(this WebApplication app)
    {
        var drafts = app.MapGroup("/api/v1/drafts").RequireAuthorization();
        drafts.MapGet("/{id:int}", async (int id, ShopContext shop) => // expect BST8002
        {
            var draft = await shop.Drafts.FirstOrDefaultAsync(one => one.Id == id); // expect BST3060
            return draft is null ? Results.NotFound() : Results.Ok(draft.Text);
        });
        drafts.MapPost("/", async (DraftRequest request, ShopContext shop) => // expect BST9001
        {
            var row = new Draft { Text = request.Text };
            row.OwnerId = request.OwnerId; // expect BST3070
            shop.Drafts.Add(row);
            await shop.SaveChangesAsync();
            return Results.Ok(new DraftView(row.Id, row.Text)); // expect BST1020
        });
        drafts.MapDelete("/{id:int}", async (int id, HttpRequest request, ShopContext shop) => // expect BST9001
        {
            var owner = request.Headers["X-User-Id"].ToString(); // expect BST3071
            await shop.Drafts.Where(draft => draft.Id == id && draft.OwnerId == owner).ExecuteDeleteAsync();
            return Results.NoContent();
        });
        drafts.MapGet("/{id:int}/approval", async (int id, ShopContext shop) => // expect BST1002 // expect BST9001
        {
            await shop.Drafts.Where(draft => draft.Id == id).ExecuteUpdateAsync(set => set.SetProperty(draft => draft.IsApproved, true));
            return Results.NoContent();
        });
    }
}
