// [AsParameters], HttpContext and HttpRequest in a handler.
public struct Paging
{
    public string Sort { get; set; }

    public int Page { get; set; }
}

public static class StockEndpoints
{
    public static void MapStock(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/stock", ([AsParameters] Paging paging) =>
        {
            SINK(paging.Sort); // vulnerable
            SINK(paging.Page.ToString()); // safe
        });
        routes.MapGet("/api/v1/stock/count", (HttpContext context) =>
        {
            SINK(context.Request.Query["warehouse"].ToString()); // vulnerable
            SINK(context.Response.StatusCode.ToString()); // safe
        });
        routes.MapPost("/api/v1/stock", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var text = await reader.ReadToEndAsync();
            SINK(text); // vulnerable
            SINK(text.Length.ToString()); // safe
        });
    }
}
