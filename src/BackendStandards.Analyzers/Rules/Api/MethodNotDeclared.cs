using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1001: an endpoint that answers to every HTTP method because nobody said to which.</summary>
internal sealed class MethodNotDeclared() : EndpointRule(RuleCatalog.MethodNotDeclared)
{
    /// <summary>The diagnostic's property that holds the method that the handler's name says: <c>Get</c>.</summary>
    public const string Method = nameof(Method);

    /// <summary>The diagnostic's property that is set where a request has to have a body.</summary>
    public const string TakesBody = nameof(TakesBody);

    // An error page runs with the method of the request that failed; a probe is asked in any way.
    private static readonly string[] AnyMethod = ["error", "health", "ready", "live", "alive", "ping", "status", "metrics"];

    // Who looks at the method, passes the request on or takes the connection over has a reason to take all.
    private static readonly ImmutableHashSet<string> Reasons = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Method", "WebSockets", "AcceptWebSocketAsync", "SendAsync", "ForwardAsync", "HttpMethods", "IHttpForwarder");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind is not (EndpointKind.Controller or EndpointKind.Minimal) || endpoint.Handler is not { } handler || !context.IsHere(endpoint.Declaration)) return;
        if (endpoint.Verbs(context.Cancellation) is not { } verbs || !(verbs.Count == 0 || verbs.Contains("*"))) return;
        if (endpoint.Kind == EndpointKind.Controller ? !IsRouted(endpoint, context) : !IsMapped(endpoint)) return;
        var segments = endpoint.Route(context.Cancellation).Segments;
        // The front door leads on to a page, whatever it is opened with.
        if (segments.Count == 0 && endpoint.Kind == EndpointKind.Minimal) return;
        if (segments.Any(segment => segment.StartsWith("{*", StringComparison.Ordinal) || AnyMethod.Any(word => segment.StartsWith(word, StringComparison.OrdinalIgnoreCase)))) return;
        if (endpoint.IsExcludedFromDescription(context.Cancellation) == Answer.Yes || HasReason(endpoint, handler, context)) return;

        var takesBody = endpoint.Parameters(context.Cancellation).Any(parameter => parameter.Source is BindingSource.Body or BindingSource.Form);
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (takesBody) properties = properties.Add(TakesBody, "");
        if (handler.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction && MethodOf(handler.Name) is { } method && !(takesBody && method is "Get" or "Delete")) properties = properties.Add(Method, method);
        context.ReportAt(this, EndpointContext.PlaceOf(endpoint), [], properties, endpoint.Route(context.Cancellation).ToString());
    }

    // The action stands here, and its route in attributes.
    private bool IsRouted(Endpoint endpoint, EndpointContext context) => endpoint.Declaration is MethodDeclarationSyntax && endpoint.Controller is { } controller
        && endpoint.RouteParts(context.Cancellation).Any(part => part.Source?.FirstAncestorOrSelf<AttributeSyntax>() is not null)
        && !context.Remember(this, controller, () => ControllerTypes.ReturnsViews(controller, context.Model.Code, context.Cancellation));

    private static bool IsMapped(Endpoint endpoint) =>
        endpoint.Declaration is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Map" or "MapMethods" } };

    private static bool HasReason(Endpoint endpoint, IMethodSymbol handler, EndpointContext context) =>
        handler.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.Cancellation)).Append(endpoint.Declaration)
            .SelectMany(node => node.DescendantTokens()).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && Reasons.Contains(token.ValueText));

    private static string? MethodOf(string name) => Words.Split(name).FirstOrDefault() switch
    {
        "get" or "list" or "find" or "fetch" or "read" or "search" or "query" => "Get",
        "create" or "add" or "post" or "insert" or "register" => "Post",
        "put" or "update" or "replace" => "Put",
        "patch" => "Patch",
        "delete" or "remove" => "Delete",
        _ => null,
    };
}
