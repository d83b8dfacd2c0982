using BackendStandards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace BackendStandards.EnvelopeBenchmarks;

/// <summary>What is answered.</summary>
public sealed record Item(int Id, string Name, decimal Price, string Description)
{
    private static readonly Dictionary<int, Item[]> Lists = ((int[])[100, 1000]).ToDictionary(count => count, count => Enumerable.Range(0, count).Select(Of).ToArray());

    /// <summary>The one.</summary>
    public static Item One { get; } = Of(1);

    /// <summary>So many.</summary>
    public static Item[] Many(int count) => Lists[count];

    private static Item Of(int id) => new(id, "Item " + id, id + 0.5m, "What one would want to know of it");
}

/// <summary>The same answers in three styles.</summary>
public static class Endpoints
{
    /// <summary>Without the envelope, or in a group with it.</summary>
    public static void MapPlain(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/one", () => TypedResults.Ok(Item.One));
        routes.MapGet("/many/{count:int}", (int count) => TypedResults.Ok(Item.Many(count)));
    }

    /// <summary>Typed results.</summary>
    public static void MapTyped(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/one", () => ApiResults.Ok(Item.One));
        routes.MapGet("/many/{count:int}", (int count) => ApiResults.Ok(Item.Many(count)));
    }
}

/// <summary>Actions.</summary>
[ApiController]
public sealed class ItemsController : ControllerBase
{
    /// <summary>One object.</summary>
    [HttpGet("/one")]
    public ActionResult<Item> One() => Item.One;

    /// <summary>Many.</summary>
    [HttpGet("/many/{count:int}")]
    public ActionResult<Item[]> Many(int count) => Item.Many(count);
}
