using BackendStandards.Analyzers.Endpoints;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>What endpoints call the identifier of one resource: <c>{id}</c>, <c>{userId}</c>, <c>{uid}</c> after the same path.</summary>
internal sealed class PathNames(IEnumerable<(string Key, RouteSegment Segment)> segments)
{
    /// <summary>The diagnostic's properties with what an identifier is called, and what it is called elsewhere.</summary>
    public const string OldName = nameof(OldName);

    /// <inheritdoc cref="OldName"/>
    public const string NewName = nameof(NewName);

    private readonly ILookup<string, string> _names = segments.ToLookup(entry => entry.Key, entry => entry.Segment.ParameterName!, StringComparer.Ordinal);

    /// <summary>The name that most use, the one that comes first among equals; null where all agree.</summary>
    public string? UsualFor(string key)
    {
        var byName = _names[key].GroupBy(name => name, StringComparer.Ordinal).ToList();
        return byName.Count < 2 ? null : byName.OrderByDescending(group => group.Count()).First().Key;
    }

    /// <summary>The identifiers of a route, each with the path before it and its constraints: what has another type identifies in another way.</summary>
    public static IEnumerable<(string Key, RouteSegment Segment)> In(IReadOnlyList<RouteSegment> segments)
    {
        var path = "";
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].ParameterName is not { } name)
            {
                path += "/" + segments[i].Text.ToLowerInvariant();
                continue;
            }
            if (i > 0 && segments[i - 1].IsLiteral && IdentifierNames.Is(name)) yield return (path + "/" + segments[i].Text.Replace(name, "").ToLowerInvariant(), segments[i]);
            path += "/{}";
        }
    }
}
