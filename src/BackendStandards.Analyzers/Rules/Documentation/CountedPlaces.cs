using System.Collections.Immutable;
using System.Globalization;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>
/// Which of the endpoints of a finding gets which words, kept by counting: the n-th member of a type, the n-th call of a function. A fix of one of them does
/// not move the others, as it would if they were kept by position.
/// </summary>
internal static class CountedPlaces
{
    // What the fixes append themselves is not counted.
    private static readonly ImmutableHashSet<string> Appended = ImmutableHashSet.Create(StringComparer.Ordinal, "WithSummary", "Produces", "ProducesProblem", "ProducesValidationProblem");

    /// <summary>The words of all endpoints of a finding, as its properties.</summary>
    public static ImmutableDictionary<string, string?> Of(SideBySide around, string key, Func<Endpoint, string?> words)
    {
        var places = PlacesIn(around.Place).ToList();
        var found = ImmutableDictionary.CreateBuilder<string, string?>();
        foreach (var endpoint in around.Endpoints)
            if (places.IndexOf(endpoint.Declaration) is >= 0 and var at && words(endpoint) is { } text)
                found[KeyOf(key, at)] = text;
        return found.ToImmutable();
    }

    /// <summary>The places of a finding at a type, or at the first of the calls, each with its words.</summary>
    public static IEnumerable<(SyntaxNode Place, string Text)> Read(SyntaxNode around, string key, ImmutableDictionary<string, string?> properties)
    {
        var places = PlacesIn(around).ToList();
        for (var i = 0; i < places.Count; i++)
            if (properties.TryGetValue(KeyOf(key, i), out var text) && text is not null)
                yield return (places[i], text);
    }

    private static string KeyOf(string key, int at) => key + ":" + at.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<SyntaxNode> PlacesIn(SyntaxNode around) => around is TypeDeclarationSyntax type
        ? type.Members
        : around.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static call => !(TreeIndex.NameOf(call) is SimpleNameSyntax name && Appended.Contains(name.Identifier.ValueText))).OrderBy(static call => TreeIndex.NameOf(call).SpanStart);
}
