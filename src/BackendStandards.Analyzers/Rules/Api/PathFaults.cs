using System.Collections.Immutable;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Naming;
using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>What is wrong with how a path is written or built.</summary>
internal static class PathFaults
{
    private static readonly ImmutableHashSet<string> Formats = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "json", "xml", "yaml", "yml", "asp", "aspx", "ashx", "asmx", "svc", "php", "jsp", "do");

    // Whose full names others have settled, format and all.
    private static readonly ImmutableHashSet<string> SettledNames = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "openapi", "swagger", "sitemap", "manifest", "feed", "rss", "atom", "robots", "crossdomain", "browserconfig", "jwks", "asset-manifest", "composer", "package", "index", "repomd", "packages", "appspecific");

    /// <summary>The faults in the text of a literal: where, what, and whether it is a slash that is not needed.</summary>
    public static IEnumerable<(int Start, int Length, string What, bool IsStray)> OfText(string text)
    {
        var start = text.StartsWith("~/", StringComparison.Ordinal) ? 1 : 0;
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '{') depth++;
            if (text[i] == '}' && depth > 0) depth--;
            if (depth > 0) continue;
            if (text[i] == '\\') yield return (i, 1, "a backslash is part of a segment and separates nothing", false);
            if (text[i] != '/' || (i > start && text[i - 1] == '/')) continue;
            var end = i;
            while (end < text.Length && text[end] == '/') end++;
            if (end == text.Length && i > start) yield return (i, end - i, "the slash at the end says nothing", true);
            else if (end - i > 1) yield return (i, end - i, "there is an empty segment between its slashes", true);
        }
    }

    /// <summary>The text of a literal without those slashes: the same path.</summary>
    public static string WithoutStraySlashes(string text)
    {
        foreach (var (start, length, _, isStray) in OfText(text).Reverse())
            if (isStray) text = text.Substring(0, start) + (start + length == text.Length ? "" : "/") + text.Substring(start + length);
        return text;
    }

    /// <summary>The format that a segment ends with: <c>orders.json</c>.</summary>
    public static string? FormatOf(IReadOnlyList<RouteSegment> segments, int at)
    {
        var text = segments[at].Text;
        var dot = text.LastIndexOf('.');
        if (dot <= 0 || !Formats.Contains(text.Substring(dot + 1)) || SettledNames.Contains(text.Substring(0, text.IndexOf('.')))) return null;
        return text.Substring(dot + 1);
    }

    /// <summary>
    /// Whether a segment repeats the one before it where nothing can be in itself: <c>api/api</c>, <c>v1/v1</c>; <c>orders/orders</c> where the two are
    /// written apart, since whoever writes them side by side means a module and its resource.
    /// </summary>
    public static bool IsRepeated(RouteSegment before, RouteSegment segment)
    {
        if (!segment.IsLiteral || !before.Text.Equals(segment.Text, StringComparison.OrdinalIgnoreCase)) return false;
        var words = Words.Split(segment.Text);
        return segment.Text.Equals("api", StringComparison.OrdinalIgnoreCase) || VersionedRoute.IsVersion(segment.Text) || (words.Count > 0 && before.Part != segment.Part && EnglishNouns.NumberOf(words[words.Count - 1]) == NounNumber.Plural);
    }

    /// <summary>The first segment that is nested deeper than a number of levels: each resource below an identifier is one.</summary>
    public static RouteSegment? LevelBeyond(IReadOnlyList<RouteSegment> segments, int levels)
    {
        var depth = 0;
        for (var i = 1; i < segments.Count; i++)
            if (segments[i].IsLiteral && segments[i - 1].ParameterName is { } name && IdentifierNames.Is(name) && ++depth > levels)
                return segments[i];
        return null;
    }
}
