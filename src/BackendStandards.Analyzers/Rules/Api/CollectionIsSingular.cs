using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Naming;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1010: a segment that holds many resources and is named like one of them.</summary>
internal sealed class CollectionIsSingular() : EndpointRule(RuleCatalog.CollectionIsSingular)
{
    public static readonly Option<ImmutableHashSet<string>> SingularSegments = Option.List(
        "bst1010.singular_segments",
        "Segments, and last words of segments, that stay singular.",
        "me", "my", "self", "current", "profile", "cart", "basket", "status", "state", "setting", "settings", "configuration", "dashboard", "summary", "home");

    // Before a collection they name the part of the application; any other noun there makes the segment a filter: /products/category/{categoryId}.
    private static readonly ImmutableHashSet<string> Modules = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "api", "app", "admin", "auth", "catalog", "catalogue", "core", "identity", "service", "internal", "public", "management", "billing", "platform", "version", "sales", "marketing", "finance", "inventory", "hr", "logistics", "content");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var segments = ApiPaths.SegmentsOf(endpoint, this, context);
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (!segment.IsLiteral || segment.IsToken("action") || ApiPaths.PlaceOf(segment, endpoint) is not { SourceTree: { } tree } place || !context.IsHere(tree)) continue;
            var words = Words.Split(segment.Text);
            if (words.Count == 0 || EnglishNouns.PluralOf(words[words.Count - 1]) is not { } plural) continue;
            var noun = words[words.Count - 1];
            if (context.Read(SingularSegments) is var stays && (stays.Contains(segment.Text) || stays.Contains(noun) || Modules.Contains(segment.Text))) continue;
            if (IsFilter(segments, i) || !IsCollection(segments, i, noun, endpoint, context)) continue;
            // A token becomes the name in the one casing that needs no other rule; a written name keeps its own.
            var replacement = segment.IsToken("controller") ? string.Join("-", words.Take(words.Count - 1).Append(plural)) : WithPlural(segment.Text, noun, plural);
            context.ReportAt(this, place, [], ApiPaths.Replacing(segment, replacement, endpoint, context), context.Describe(endpoint), segment.Text, replacement);
        }
    }

    // Below a noun a word chooses among its things; below an identifier it is a resource again, unless that belongs to a filter itself.
    private static bool IsFilter(IReadOnlyList<RouteSegment> segments, int at)
    {
        if (at == 0) return false;
        var before = segments[at - 1];
        if (before.ParameterName is not null) return at > 1 && (segments[at - 2].ParameterName is not null || IsFilter(segments, at - 2));
        if (!before.IsLiteral || Modules.Contains(before.Text)) return false;
        var words = Words.Split(before.Text);
        return (words.Count > 0 && !Modules.Contains(words[words.Count - 1]) && EnglishNouns.NumberOf(words[words.Count - 1]) != NounNumber.Unknown) || IsFilter(segments, at - 1);
    }

    private static bool IsCollection(IReadOnlyList<RouteSegment> segments, int at, string noun, Endpoint endpoint, EndpointContext context)
    {
        var verbs = endpoint.Verbs(context.Cancellation);
        if (at + 1 < segments.Count)
            // POST /book/{id} may tell what to do with it.
            return IdentifierNames.IsOf(segments[at + 1].ParameterName, noun) && (at + 2 < segments.Count || verbs?.Any(verb => verb != "POST") == true);
        if (verbs is not { Count: 1 }) return false;
        var results = endpoint.Results(context.Cancellation).Items;
        return verbs[0] switch
        {
            "GET" => results.Any(result => result.Status == 200 && Lists.ElementOf(result.Body) is { } element && Names(element, noun)),
            // Below an identifier it may be the one thing of its kind: POST /users/{id}/avatar.
            "POST" => (at == 0 || segments[at - 1].ParameterName is null) && results.Any(result => result.Status == 201)
                && endpoint.Parameters(context.Cancellation).Any(parameter => parameter.Source == BindingSource.Body && Lists.ElementOf(parameter.Type) is null && Names(parameter.Type, noun)),
            _ => false,
        };
    }

    private static bool Names(ITypeSymbol type, string noun) => Words.Split(type.Name).Contains(noun);

    private static string WithPlural(string text, string noun, string plural)
    {
        var start = text.ToLowerInvariant().LastIndexOf(noun, StringComparison.Ordinal);
        var written = text.Substring(start, noun.Length);
        var isUpper = noun.Length > 1 && written == written.ToUpperInvariant();
        return text.Substring(0, start) + (isUpper ? plural.ToUpperInvariant() : char.IsUpper(written[0]) ? char.ToUpperInvariant(plural[0]) + plural.Substring(1) : plural) + text.Substring(start + noun.Length);
    }
}
