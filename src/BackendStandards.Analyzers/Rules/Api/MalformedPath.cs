using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1013: a path that is written wrongly, nested too deeply, or names one identifier in two ways.</summary>
internal sealed class MalformedPath() : EndpointRule(RuleCatalog.MalformedPath)
{
    private const int MaxLevels = 3;

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var segments = ApiPaths.SegmentsOf(endpoint, this, context);
        if (segments.Count == 0) return;
        foreach (var part in endpoint.RouteParts(context.Cancellation))
            if (part.Source is { } source && context.IsHere(source))
                CheckWriting(part, source, endpoint, context);
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].Place is not { SourceTree: { } tree } place || !context.IsHere(tree)) continue;
            if (segments[i].IsLiteral && PathFaults.FormatOf(segments, i) is { } format) context.ReportAt(this, place, [], ApiPaths.With(null), context.Describe(endpoint), $"'{segments[i].Text}' names the format '{format}': leave it to the Accept header");
            if (i > 0 && PathFaults.IsRepeated(segments[i - 1], segments[i])) context.ReportAt(this, place, [], ApiPaths.With(null), context.Describe(endpoint), $"'{segments[i].Text}' stands there twice in a row");
        }
        if (PathFaults.LevelBeyond(segments, MaxLevels) is { Place: { SourceTree: { } deepTree } deep } below && context.IsHere(deepTree))
            context.ReportAt(this, deep, [], ApiPaths.With(null), context.Describe(endpoint), $"'{below.Text}' is nested more than {MaxLevels} levels deep: give it a path of its own");
        CheckNames(endpoint, segments, context);
    }

    private void CheckWriting(RoutePart part, SyntaxNode source, Endpoint endpoint, EndpointContext context)
    {
        if (RouteSegments.SpelledText(source) is not { } text) return;
        foreach (var (start, length, what, isStray) in PathFaults.OfText(text))
            context.ReportAt(this, RouteSegments.PlaceIn(source, new TextSpan(start, length))!, [], ApiPaths.With(isStray ? PathFaults.WithoutStraySlashes(text) : null), context.Describe(endpoint), what);
    }

    private void CheckNames(Endpoint endpoint, IReadOnlyList<RouteSegment> segments, EndpointContext context)
    {
        if (!endpoint.Route(context.Cancellation).IsKnown) return;
        var subject = (SyntaxNode?)endpoint.Controller?.DeclaringSyntaxReferences[0].GetSyntax(context.Cancellation) ?? endpoint.Declaration.SyntaxTree.GetRoot(context.Cancellation);
        var names = context.Remember(this, subject, () => new PathNames(Around(endpoint, context).SelectMany(one => PathNames.In(ApiPaths.SegmentsOf(one, this, context)))));
        foreach (var (key, segment) in PathNames.In(segments))
            if (segment.Place is { SourceTree: { } tree } place && context.IsHere(tree) && names.UsualFor(key) is { } usual && segment.ParameterName is { } name && name != usual)
                context.ReportAt(this, place, [], ApiPaths.With(segment.Replaced(segment.Written?.Replace(name, usual) ?? "")).Add(PathNames.OldName, name).Add(PathNames.NewName, usual), context.Describe(endpoint), $"'{name}' is called '{usual}' in other paths of the resource");
    }

    // The endpoints that somebody reads together: those of a controller, or of a file.
    private static IEnumerable<Endpoint> Around(Endpoint endpoint, EndpointContext context) => (endpoint.Controller is { } controller
        ? context.Model.OfController(controller, context.Cancellation) : context.Model.Concerning(endpoint.Declaration.SyntaxTree, context.Cancellation).Where(other => other.Controller is null && other.Declaration.SyntaxTree == endpoint.Declaration.SyntaxTree))
        .Where(other => other.Route(context.Cancellation).IsKnown);
}
