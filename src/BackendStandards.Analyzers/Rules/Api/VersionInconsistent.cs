using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1031: a version that is written unlike the others, that contradicts what is declared, or that nothing reads.</summary>
internal sealed class VersionInconsistent() : EndpointRule(RuleCatalog.VersionInconsistent)
{
    private static readonly Regex Literal = new(@"^v?(\d+)(?:\.(\d+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var segments = ApiPaths.SegmentsOf(endpoint, this, context);
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (segment.Place is not { SourceTree: { } tree } place || !context.IsHere(tree) || !VersionedRoute.IsVersion(segment.Text)) continue;
            if (IsReadByNothing(segment, context))
                context.ReportAt(this, place, [], ApiPaths.With(null), context.Describe(endpoint), "'apiVersion' is a constraint of Asp.Versioning, and AddApiVersioning is not called: the application does not start");
            else if (Contradicts(segment, endpoint, context) is { } declared)
                context.ReportAt(this, place, [], ApiPaths.With(null), context.Describe(endpoint), $"'{segment.Text}' stands in the route, and version {declared} is declared");
            else if (segment.Part.Source is { } source && RouteSegments.SpelledText(source) is { } text && VersionScheme.Of(text) is { } scheme)
                CheckScheme(scheme, segments, i, place, endpoint, context);
        }
    }

    private void CheckScheme(VersionScheme scheme, IReadOnlyList<RouteSegment> segments, int at, Location place, Endpoint endpoint, EndpointContext context)
    {
        var usual = context.RememberForAll(this, "scheme", () => VersionScheme.UsualIn(context.Model.Code.Compilation, context.Cancellation));
        var segment = segments[at];
        if (scheme.IsAfterApi is { } isAfter && usual.IsAfterApi is { } usuallyAfter && isAfter != usuallyAfter)
            context.ReportAt(this, place, [], ApiPaths.With(Swapped(segments, at, isAfter ? at - 1 : at + 1)), context.Describe(endpoint), $"the version stands {(isAfter ? "after" : "before")} 'api', and {(isAfter ? "before" : "after")} it in other routes");
        else if (scheme.HasLetter is { } hasLetter && usual.HasLetter is { } usuallyLetter && hasLetter != usuallyLetter)
        {
            var changed = hasLetter ? Numbered(segment.Text) : "v" + Whole(segment.Text);
            context.ReportAt(this, place, [], ApiPaths.With(segment.Replaced(changed)), context.Describe(endpoint), $"'{segment.Text}' is written '{changed}' in the scheme of the other routes");
        }
    }

    // Where the constraint is not known, building the routes fails.
    private bool IsReadByNothing(RouteSegment segment, EndpointContext context) =>
        segment.Text.IndexOf(":apiVersion", StringComparison.OrdinalIgnoreCase) >= 0 && context.RememberForAll(this, "constraint", () =>
            context.Model.Hosting.Registers("AddApiVersioning", context.Cancellation) == Answer.No && !context.Model.Code.TreesWith("ConstraintMap", context.Cancellation).Any());

    private static string? Contradicts(RouteSegment segment, Endpoint endpoint, EndpointContext context)
    {
        if (Literal.Match(segment.Text) is not { Success: true } match || endpoint.Versions(context.Cancellation) is not { IsNeutral: false, IsDeclared: Answer.Yes, Values: { Count: > 0 } values }) return null;
        // Whoever maps an endpoint to a version by hand has looked.
        if (endpoint.Statements(context.Cancellation).Of(EffectKind.Version).Any(IsMapped)) return null;
        return values.Any(value => Literal.Match(value) is not { Success: true } declared
            || (declared.Groups[1].Value == match.Groups[1].Value && (!match.Groups[2].Success || declared.Groups[2].Value == match.Groups[2].Value))) ? null : string.Join(", ", values);
    }

    private static bool IsMapped(Statement statement) =>
        statement.Attribute?.AttributeClass?.Name.StartsWith("MapTo", StringComparison.Ordinal) == true
        || (statement.Convention?.Site is IInvocationOperation call && call.TargetMethod.Name.StartsWith("MapTo", StringComparison.Ordinal));

    private static string? Swapped(IReadOnlyList<RouteSegment> segments, int at, int other)
    {
        var (first, second) = at < other ? (segments[at], segments[other]) : (segments[other], segments[at]);
        if (first.Part != second.Part || first.Written is not { } left || second.Written is not { } right || first.Replaced(right) is not { } text) return null;
        var start = second.Start + right.Length - left.Length;
        return text.Substring(0, start) + left + text.Substring(start + right.Length);
    }

    private static string Numbered(string text)
    {
        var number = text.Substring(1);
        return number.Length > 0 && number.All(char.IsDigit) ? number + ".0" : number;
    }

    private static string Whole(string text) => text.EndsWith(".0", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
}
