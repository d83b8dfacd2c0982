using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3051: a demand for authorization that an anonymous statement farther out makes void. Attributes of controllers are left to the compiler's own ASP0026; FastEndpoints decides for each verb by itself.</summary>
internal sealed class AuthorizationOverridden() : EndpointRule(RuleCatalog.AuthorizationOverridden)
{
    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind is EndpointKind.Controller or EndpointKind.FastEndpoint) return;
        foreach (var (requirement, anonymous) in endpoint.Authorization(context.Cancellation).Overridden)
        {
            if (requirement.Statement.Place(context.Cancellation) is not { } place || !context.IsHere(place)) continue;
            // The call or attribute, not the chain that leads to it: the finding is one thing on one line.
            var outer = anonymous.Place(context.Cancellation);
            context.ReportAt(this, NameOf(place).GetLocation(), outer is null ? [] : [NameOf(outer).GetLocation()], ImmutableDictionary<string, string?>.Empty,
                context.Describe(endpoint), outer is AttributeSyntax ? "[AllowAnonymous]" : "AllowAnonymous()");
        }
    }

    private static SyntaxNode NameOf(SyntaxNode statement) => statement is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : statement;
}
