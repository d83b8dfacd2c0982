using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules;

/// <summary>Whether an endpoint is for callers without further rights: each who is signed in, or anybody.</summary>
internal static class PlainCallers
{
    private static readonly HashSet<string> Further = new(StringComparer.Ordinal)
    {
        "RequireRole", "RequireClaim", "RequireAssertion", "AddRequirements", "Requirements", "RequireScope", "RequirePermission", "Combine", "GetPolicy", "RequireUserName",
    };

    private static readonly HashSet<string> Staff = new(StringComparer.OrdinalIgnoreCase) { "admin", "administration", "administrator", "backoffice", "back-office", "internal", "manage", "management", "manager", "staff", "superuser", "seed", "test", "debug" };

    /// <summary>Whether it surely is for those who are signed in, whoever they are.</summary>
    public static bool AreSignedInOnly(Endpoint endpoint, EndpointRule rule, EndpointContext context)
    {
        var authorization = endpoint.Authorization(context.Cancellation);
        return authorization.State == AuthorizationState.Required && authorization.Requirements.All(requirement => requirement.AsksForSignInOnly && !requirement.Statement.Maybe)
            && (authorization.Requirements.Count > 0 || (authorization.From is { } from && !AsksForMore(from)))
            && IsForAll(endpoint, context) && context.RememberForAll(rule, nameof(Further), () => DefaultIsPlain(context.Model, context.Cancellation));
    }

    /// <summary>The same, or anybody.</summary>
    public static bool AreAny(Endpoint endpoint, EndpointRule rule, EndpointContext context) =>
        (endpoint.Authorization(context.Cancellation).State is AuthorizationState.Anonymous or AuthorizationState.No && IsForAll(endpoint, context)) || AreSignedInOnly(endpoint, rule, context);

    // Administrators have routes of their own, and a filter may look at the caller's rights.
    private static bool IsForAll(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        return !endpoint.Route(cancellation).Segments.Any(Staff.Contains) && (endpoint.Controller is not null || endpoint.HasOnlySeenConventions(cancellation))
            && !(endpoint.Controller is { } controller && Roslyn.Words.Split(controller.Name).Any(Staff.Contains))
            && !endpoint.Filters(cancellation).Any(filter => filter is null || Refusals.MayRefuse(filter, cancellation));
    }

    // What [Authorize] alone asks for may have been set.
    private static bool DefaultIsPlain(EndpointModel model, CancellationToken cancellation)
    {
        foreach (var name in new[] { "DefaultPolicy", "SetDefaultPolicy", "AddDefaultPolicy", "IAuthorizationPolicyProvider" })
            foreach (var tree in model.Code.WrittenTreesWith(name, cancellation))
                foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(name, tree.GetRoot(cancellation)))
                    if (name[0] == 'I' || ((node.FirstAncestorOrSelf<StatementSyntax>() ?? node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node) is var statement && AsksForMore(statement))) return false;
        return true;
    }

    private static bool AsksForMore(SyntaxNode node) => node.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && Further.Contains(token.ValueText));
}
