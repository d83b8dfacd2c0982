using System.Collections.Immutable;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Naming;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>The words for an endpoint that its author chose already: in the name of the handler, or in the method and the path.</summary>
internal static class SummaryText
{
    // Names that say no more than the HTTP method does.
    private static readonly ImmutableHashSet<string> Plain = ImmutableHashSet.Create(StringComparer.Ordinal,
        "get", "get all", "get list", "get by id", "list", "list all", "index", "post", "put", "patch", "delete", "create", "update", "add", "remove", "save", "find", "find all", "handle", "invoke", "execute", "process", "handler");

    private static readonly ImmutableHashSet<string> Endings = ImmutableHashSet.Create(StringComparer.Ordinal, "async", "action", "handler", "endpoint");

    /// <summary>The words; null where neither says anything.</summary>
    public static string? Of(Endpoint endpoint, CancellationToken cancellation) => OfName(endpoint.Handler) ?? OfRoute(endpoint, cancellation);

    private static string? OfName(IMethodSymbol? handler)
    {
        if (handler is not { MethodKind: not MethodKind.AnonymousFunction }) return null;
        var words = Words.Split(handler.Name).ToList();
        while (words.Count > 1 && Endings.Contains(words[words.Count - 1])) words.RemoveAt(words.Count - 1);
        return words.Count < 2 || Plain.Contains(string.Join(" ", words)) ? null : Sentence(words);
    }

    private static string? OfRoute(Endpoint endpoint, CancellationToken cancellation)
    {
        if (endpoint.Verbs(cancellation) is not { Count: 1 } verbs) return null;
        var segments = RouteSegments.Of(endpoint, cancellation);
        var literals = segments.Where(segment => segment.IsLiteral && !IsPrefix(segment.Text)).ToList();
        if (literals.Count == 0) return null;
        var (last, isItem) = (literals[literals.Count - 1], segments[segments.Count - 1].ParameterName is not null);
        var words = Words.Split(last.Text).ToList();
        if (words.Count == 0) return null;
        var singular = SingularOf(words[words.Count - 1]);
        var one = singular is null ? words : [.. words.Take(words.Count - 1), singular];
        return verbs[0] switch
        {
            "GET" => isItem ? Sentence(["get", .. one]) : Sentence([singular is null ? "get" : "list", .. words]),
            "POST" when isItem => null,
            "POST" when singular is not null => Sentence(["create", .. one]),
            "POST" => Sentence([.. words, .. Before(literals)]),
            "PUT" or "PATCH" => Sentence(["update", .. one]),
            "DELETE" => Sentence(["delete", .. isItem ? one : words]),
            _ => null,
        };
    }

    // POST /orders/{id}/cancel: cancel order.
    private static IEnumerable<string> Before(List<RouteSegment> literals)
    {
        if (literals.Count < 2) return [];
        var words = Words.Split(literals[literals.Count - 2].Text).ToList();
        return words.Count > 0 && SingularOf(words[words.Count - 1]) is { } singular ? [.. words.Take(words.Count - 1), singular] : [];
    }

    private static bool IsPrefix(string segment) => segment.Equals("api", StringComparison.OrdinalIgnoreCase) || (segment.Length > 1 && segment[0] is 'v' or 'V' && char.IsDigit(segment[1]));

    private static string? SingularOf(string word)
    {
        if (EnglishNouns.NumberOf(word) != NounNumber.Plural) return null;
        foreach (var (ending, instead) in new[] { ("ies", "y"), ("es", ""), ("s", ""), ("en", ""), ("eople", "erson") })
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Substring(0, word.Length - ending.Length) + instead is var candidate && EnglishNouns.PluralOf(candidate) == word)
                return candidate;
        return null;
    }

    private static string Sentence(IEnumerable<string> words)
    {
        var text = string.Join(" ", words);
        return char.ToUpperInvariant(text[0]) + text.Substring(1);
    }
}
