using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>The segments of an endpoint's route, with the place of each in the source.</summary>
internal static class RouteSegments
{
    /// <summary>All of them, in their order. A part that is not seen is one segment, which is no literal.</summary>
    public static IReadOnlyList<RouteSegment> Of(Endpoint endpoint, CancellationToken cancellation)
    {
        var found = new List<RouteSegment>();
        foreach (var part in endpoint.RouteParts(cancellation)) found.AddRange(Of(part));
        return found;
    }

    /// <summary>Those of one part.</summary>
    public static IEnumerable<RouteSegment> Of(RoutePart part)
    {
        var texts = Split(part.Text);
        var written = part.Source is null ? null : SpelledText(part.Source);
        var places = written is null ? [] : Split(written);
        var whole = part.Source?.GetLocation();
        for (var i = 0; i < texts.Count; i++)
        {
            var text = part.Text.Substring(texts[i].Start, texts[i].Length);
            // A token may stand for nothing or for several segments: then which is which is not known.
            if (written is null || places.Count != texts.Count) yield return new(text, null, 0, part, whole);
            else yield return new(text, written.Substring(places[i].Start, places[i].Length), places[i].Start, part, PlaceIn(part.Source!, places[i]));
        }
    }

    /// <summary>The place of a stretch of a literal's text; null where the literal does not spell its text as it is, or there is none.</summary>
    public static Location? PlaceIn(SyntaxNode source, TextSpan span) =>
        SpelledText(source) is not null && StartOf((LiteralExpressionSyntax)source) is var start
            ? Location.Create(source.SyntaxTree, new TextSpan(start + span.Start, span.Length)) : null;

    /// <summary>The text of a literal that spells it as it is, so that each character has its place; null for anything else.</summary>
    public static string? SpelledText(SyntaxNode source) =>
        source is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token is { ValueText: { Length: > 0 } text } token
        && token.Text.IndexOf(text, StringComparison.Ordinal) >= 0 ? text : null;

    private static int StartOf(LiteralExpressionSyntax literal) => literal.Token.SpanStart + literal.Token.Text.IndexOf(literal.Token.ValueText, StringComparison.Ordinal);

    // A slash inside braces belongs to a constraint: {path:regex(^a/b$)}.
    private static List<TextSpan> Split(string text)
    {
        var found = new List<TextSpan>();
        var (start, depth) = (text.StartsWith("~/", StringComparison.Ordinal) ? 2 : 0, 0);
        for (var i = start; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '{') depth++;
            if (i < text.Length && text[i] == '}' && depth > 0) depth--;
            if (i < text.Length && (text[i] != '/' || depth > 0)) continue;
            if (i > start) found.Add(TextSpan.FromBounds(start, i));
            start = i + 1;
        }
        return found;
    }
}
