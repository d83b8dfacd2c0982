using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>What the rules about the names in paths have in common: whose paths they judge, and where a segment is reported.</summary>
internal static class ApiPaths
{
    /// <summary>The diagnostic's property that holds the literal's new value.</summary>
    public const string NewRoute = nameof(NewRoute);

    // What others have named: protocols, sign-in callbacks, the tools of an API.
    private static readonly ImmutableHashSet<string> Foreign = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, ".well-known", "connect", "oauth", "oauth2", "saml", "scim", "graphql", "hubs", "swagger", "openapi", "scalar", "odata", "webhook", "webhooks", "_framework");

    /// <summary>The segments of an endpoint that serves an API of its own making; none for pages and for what follows another's names.</summary>
    public static IReadOnlyList<RouteSegment> SegmentsOf(Endpoint endpoint, EndpointRule rule, EndpointContext context) => context.Remember<IReadOnlyList<RouteSegment>>(rule, endpoint, () =>
    {
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller or EndpointKind.FastEndpoint)) return [];
        if (endpoint.Controller is { } controller && context.Remember(rule, controller, () => ControllerTypes.ReturnsViews(controller, context.Model.Code, context.Cancellation))) return [];
        var segments = RouteSegments.Of(endpoint, context.Cancellation);
        if (segments.Any(segment => Foreign.Contains(segment.Text) || segment.Text.StartsWith("signin-", StringComparison.OrdinalIgnoreCase) || segment.Text.StartsWith("signout-", StringComparison.OrdinalIgnoreCase))) return [];
        return endpoint.IsExcludedFromDescription(context.Cancellation) == Answer.Yes ? [] : segments;
    });

    /// <summary>Where a segment is written: for the name of a controller that a base class's template puts in, the controller.</summary>
    public static Location? PlaceOf(RouteSegment segment, Endpoint endpoint) =>
        segment.IsToken("controller") && endpoint.Controller is { } controller && !IsOwn(segment, controller)
            ? controller.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<ClassDeclarationSyntax>().FirstOrDefault()?.Identifier.GetLocation()
            : segment.Place;

    /// <summary>The properties for a fix that puts a text in the place of a segment; none where that would change other controllers too.</summary>
    public static ImmutableDictionary<string, string?> Replacing(RouteSegment segment, string text, Endpoint endpoint, EndpointContext context)
    {
        var isToken = segment.Written?.StartsWith("[", StringComparison.Ordinal) == true;
        if (isToken && !context.Model.Sharing(segment.Part, endpoint, context.Cancellation).All(other => AspNet.Same(other.Controller, endpoint.Controller))) return With(null);
        return With(isToken && (endpoint.Controller is not { } controller || !IsOwn(segment, controller)) ? null : segment.Replaced(text));
    }

    /// <summary>The properties for a fix that gives the literal a new value.</summary>
    public static ImmutableDictionary<string, string?> With(string? route) =>
        route is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(NewRoute, route);

    private static bool IsOwn(RouteSegment segment, INamedTypeSymbol controller) =>
        controller.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == segment.Part.Source?.SyntaxTree && declaration.Span.Contains(segment.Part.Source.Span));
}
