using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BackendStandards.EnvelopeBenchmarks;

/// <summary>The common way of wrapping answers: the whole body is held, read as text, parsed, put into an object and written again.</summary>
internal static class BodyRewriting
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The middleware.</summary>
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var original = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        await next(context);

        held.Position = 0;
        using var reader = new StreamReader(held, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        var data = JsonSerializer.Deserialize<object>(text, Options);
        var wrapped = JsonSerializer.Serialize(new { success = true, data }, Options);

        context.Response.Body = original;
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(wrapped);
        await context.Response.WriteAsync(wrapped);
    }
}
