using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1011: a segment that says what the HTTP method says: <c>/getUsers</c>, <c>/users/{id}/delete</c>.</summary>
internal sealed class VerbInPath() : EndpointRule(RuleCatalog.VerbInPath)
{
    public static readonly Option<ImmutableHashSet<string>> AllowedSegments = Option.List(
        "bst1011.allowed_segments", "Segments that stay although they start with a verb such as get, create or delete.");

    public static readonly Option<bool> AllowRpc = Option.Flag(
        "bst1011.allow_rpc", false, "Whether routes may be the names of controllers and actions, as `[controller]/[action]` makes them.");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var segments = ApiPaths.SegmentsOf(endpoint, this, context);
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (!segment.IsLiteral || ApiPaths.PlaceOf(segment, endpoint) is not { SourceTree: { } tree } place || !context.IsHere(tree)) continue;
            var words = Words.Split(segment.Text);
            if (words.Count == 0 || !CrudVerbs.All.Contains(words[0]) || context.Read(AllowedSegments).Contains(segment.Text)) continue;
            var isToken = segment.Written?.StartsWith("[", StringComparison.Ordinal) == true;
            if (isToken ? context.Read(AllowRpc) || (words.Count == 1 && !segment.IsToken("action")) : !SaysVerb(segments, i, words, endpoint, context)) continue;
            context.ReportAt(this, place, [], isToken ? ApiPaths.With(null) : VerbInPathRepair.PropertiesOf(segments, i, words, endpoint, context), context.Describe(endpoint), segment.Text, words[0]);
        }
    }

    private static bool SaysVerb(IReadOnlyList<RouteSegment> segments, int at, IReadOnlyList<string> words, Endpoint endpoint, EndpointContext context)
    {
        if (words.Count > 1) return !CrudVerbs.IsNounPhrase(words);
        var isRead = endpoint.Verbs(context.Cancellation) is { Count: 1 } verbs && verbs[0] == "GET";
        return words[0] switch
        {
            // A list is a thing too: /lists/{id}, POST /list.
            "list" => isRead && at == segments.Count - 1 && at > 0 && segments[at - 1].IsLiteral,
            // A page with a form is called that.
            "edit" => !isRead,
            _ => true,
        };
    }
}
