using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>
/// What stands between two slashes of a route, as the framework reads it, and where that is written: as <paramref name="Written"/> at <paramref name="Place"/>,
/// or, where the source does not spell it (a constant, an interpolation), somewhere in the expression at the place; Written is null then.
/// <paramref name="Start"/> is its position in the text of its part.
/// </summary>
internal sealed record RouteSegment(string Text, string? Written, int Start, RoutePart Part, Location? Place)
{
    private static readonly char[] Special = ['{', '}', '[', ']', ':', '*', RoutePattern.Hole[0]];
    private static readonly char[] NameEnds = [':', '=', '?', '}'];

    /// <summary>Whether it stands for itself: no parameter, no pattern, nothing that is not seen.</summary>
    public bool IsLiteral => Text.Length > 0 && Text.IndexOfAny(Special) < 0;

    /// <summary>The name of the parameter that it is as a whole, without constraint and default; null where it is more or less than that. A catch-all is none.</summary>
    public string? ParameterName => Text.Length > 2 && Text[0] == '{' && Text[Text.Length - 1] == '}' && Text.IndexOf('{', 1) < 0 && Text[1] != '*'
        ? Text.Substring(1, Text.IndexOfAny(NameEnds, 1) - 1).Trim() : null;

    /// <summary>Whether a token such as <c>[controller]</c> stands for it.</summary>
    public bool IsToken(string name) => Written is not null && Written.Equals("[" + name + "]", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of the part's literal with something else in its place; null where the literal does not spell it.</summary>
    public string? Replaced(string text) =>
        Written is not null && Part.Source is not null && RouteSegments.SpelledText(Part.Source) is { } spelled ? spelled.Substring(0, Start) + text + spelled.Substring(Start + Written.Length) : null;

    /// <summary>The text of the part's literal without it, and without the slash that led to it.</summary>
    public string? Removed()
    {
        if (Replaced("") is not { } text) return null;
        var rest = text.Substring(Start).TrimStart('/');
        var before = text.Substring(0, Start);
        return rest.Length == 0 && before.Length > 1 ? before.TrimEnd('/') : before + rest;
    }
}
