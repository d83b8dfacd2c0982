using System.Text.Json;

namespace Storefront.Violations.Endpoints;

// Pages put together by hand, and a message that names its own type.
public static class PageEndpoints
{
    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("/api/v1/pages").RequireAuthorization();
        pages.MapGet("/hello", (string name) => Results.Content($"<p>Hello {name}</p>", "text/html")); // expect BST3010
        pages.MapGet("/plain", (string name) => Results.Text($"Hello {name}"));
        pages.MapGet("/leave", (string to) => Results.Redirect(to)); // expect BST3013
        pages.MapPost("/messages", (string kind, JsonElement body) => JsonSerializer.Deserialize(body, Type.GetType(kind)!) is null ? "empty" : "read"); // expect BST3027
    }
}
