using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1030: an endpoint whose whole route carries no version and for which none is declared.</summary>
internal sealed class RouteNotVersioned() : EndpointRule(RuleCatalog.RouteNotVersioned)
{
    /// <summary>The diagnostic's property that holds the literal's new value.</summary>
    public const string NewRoute = nameof(NewRoute);

    /// <summary>The diagnostic's property that is set where the controller needs <c>[ApiVersion]</c> too.</summary>
    public const string NeedsApiVersion = nameof(NeedsApiVersion);

    public static readonly Option<VersionStyle> Style = Option.Choice(
        "bst1030.version_style", VersionStyle.Path, "Where the API keeps its version.");

    public static readonly Option<ImmutableHashSet<string>> UnversionedPaths = Option.List(
        "bst1030.unversioned_paths",
        "First segments of routes that need no version, an `api` before them left out; `*` at the end stands for any rest.",
        "health*", "ready*", "live*", "alive", "ping", "metrics", "openapi*", "swagger*", "scalar*", "graphql", "hubs", ".well-known", "connect", "signin-*", "signout-*", "error*", "webhook*", "favicon.ico", "robots.txt");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind is EndpointKind.Fallback or EndpointKind.Library or EndpointKind.Hub or EndpointKind.Grpc or EndpointKind.GraphQL || !endpoint.RouteParts(context.Cancellation).Any(part => part.Source is { } source && context.IsHere(source))) return;
        var style = context.Read(Style);
        if (IsVersioned(endpoint, style, context) != Answer.No || IsExempt(endpoint, context) || HasVersionedAlias(endpoint, style, context)) return;
        if (PlaceOf(endpoint, style, context) is not { Source: { } place } part || !context.IsHere(place) || context.HasReported(this, place)) return;

        var before = string.Concat(endpoint.RouteParts(context.Cancellation).TakeWhile(other => other != part).Select(other => other.Text)).Trim('/');
        var routes = context.Model.Sharing(part, endpoint, context.Cancellation).Where(other => IsVersioned(other, style, context) == Answer.No)
            .Select(other => RouteUpTo(other, part, context)).Distinct().OrderBy(route => route, StringComparer.Ordinal).Take(3);
        var properties = ImmutableDictionary<string, string?>.Empty;
        string remedy;
        if (style == VersionStyle.Header) remedy = "declare one with [ApiVersion] or HasApiVersion, to be sent in a header";
        else
        {
            var onController = place.FirstAncestorOrSelf<AttributeSyntax>()?.Parent?.Parent is ClassDeclarationSyntax;
            var byConstraint = onController && IsOwn(place, endpoint) && context.Model.Hosting.AddsApiVersioning(context.Cancellation);
            var written = (place as LiteralExpressionSyntax)?.Token.ValueText;
            var changed = VersionedRoute.Insert(written ?? part.Text, byConstraint ? "v{version:apiVersion}" : "v1", before.Length > 0);
            remedy = $"write '{changed}'{(byConstraint ? " and declare [ApiVersion(1.0)]" : "")}";
            if (written is not null) properties = properties.Add(NewRoute, changed);
            if (byConstraint) properties = properties.Add(NeedsApiVersion, "");
        }
        context.Report(this, place, properties, string.Join("', '", routes), remedy);
    }

    private Answer IsVersioned(Endpoint endpoint, VersionStyle style, EndpointContext context) =>
        context.Remember(this, endpoint, () => FindVersion(endpoint, style, context));

    private static Answer FindVersion(Endpoint endpoint, VersionStyle style, EndpointContext context)
    {
        var (hosting, cancellation) = (context.Model.Hosting, context.Cancellation);
        var route = endpoint.Route(cancellation);
        if (style != VersionStyle.Header && route.Segments.Any(VersionedRoute.IsVersion)) return Answer.Yes;
        if (hosting.ReadsVersionOutsidePath(cancellation) is not Answer.No and var outside) return outside;
        if (style == VersionStyle.Any && endpoint.Parameters(cancellation).Any(ReadsVersion)) return Answer.Yes;
        var declared = endpoint.DeclaresVersion(cancellation);
        if (declared != Answer.No) return declared;
        if (!route.IsKnown) return Answer.Unknown;
        foreach (var path in hosting.PathBases(cancellation))
            if (path is null) return Answer.Unknown;
            else if (style != VersionStyle.Header && new RoutePattern(path).Segments.Any(VersionedRoute.IsVersion)) return Answer.Yes;
        return Answer.No;
    }

    private static bool ReadsVersion(EndpointParameter parameter) =>
        parameter.Source is BindingSource.Header or BindingSource.Query && parameter.Name.IndexOf("version", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsExempt(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.IsExcludedFromDescription(context.Cancellation) != Answer.No) return true;
        var first = endpoint.Route(context.Cancellation).Segments.SkipWhile(segment => segment.Equals("api", StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        // The front door: a page for people, or a redirect; and whatever nothing else answers.
        if ((first is null || first.StartsWith("{*", StringComparison.Ordinal)) && endpoint.Kind == EndpointKind.Minimal) return true;
        return (first is not null && context.Read(UnversionedPaths).Any(pattern => Matches(pattern, first)))
            || (endpoint.Controller is { } controller && ControllerTypes.ReturnsViews(controller, context.Model.Code, context.Cancellation));
    }

    private static bool Matches(string pattern, string segment) => pattern.EndsWith("*", StringComparison.Ordinal)
        ? segment.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
        : segment.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    // An action that also answers under a version has been versioned; the other route is kept for old clients.
    private bool HasVersionedAlias(Endpoint endpoint, VersionStyle style, EndpointContext context) =>
        endpoint.Controller is { } controller && context.Model.OfController(controller, context.Cancellation)
            .Any(other => AspNet.Same(other.Handler, endpoint.Handler) && IsVersioned(other, style, context) == Answer.Yes);

    // The outermost piece under which nothing has a version yet: a version in an outer piece would give the others two.
    private RoutePart? PlaceOf(Endpoint endpoint, VersionStyle style, EndpointContext context)
    {
        RoutePart? last = null;
        foreach (var part in endpoint.RouteParts(context.Cancellation))
        {
            if (part.Source is null || (endpoint.Controller is not null && part.Source.FirstAncestorOrSelf<AttributeSyntax>() is null)) continue;
            last = part;
            if (context.Remember(this, part.Source, () => context.Model.Sharing(part, endpoint, context.Cancellation).All(other => IsVersioned(other, style, context) == Answer.No))) return part;
        }
        return last;
    }

    private static string RouteUpTo(Endpoint endpoint, RoutePart part, EndpointContext context)
    {
        var route = new RoutePattern("/");
        foreach (var piece in endpoint.RouteParts(context.Cancellation))
        {
            route = RoutePattern.Combine(route.Text, piece.Text);
            if (piece.Source == part.Source) break;
        }
        return route.ToString();
    }

    private static bool IsOwn(SyntaxNode place, Endpoint endpoint) =>
        endpoint.Controller is { } controller && controller.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == place.SyntaxTree && declaration.Span.Contains(place.Span));
}
