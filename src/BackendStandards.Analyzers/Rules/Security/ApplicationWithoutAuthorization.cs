using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3050 for an application that has no authentication and in which nothing decides anything: one suggestion, where it is run.</summary>
internal sealed class ApplicationWithoutAuthorization() : HostRule(RuleCatalog.AuthorizationUndecided, Anchors)
{
    public override void Check(HostContext context)
    {
        if (context.Anchor() is not InvocationExpressionSyntax anchor) return;
        var decisions = new AccessDecisions(context.Model, context.Cancellation);
        if (!decisions.AreMade && IsOpen(context, decisions))
            context.Report(this, anchor, DiagnosticSeverity.Info, null, "this application", "set authentication up and require it, or allow anonymous callers expressly");
    }

    // One endpoint that is surely open is enough: of that no assembly that is not seen decides, which holds for the application.
    private static bool IsOpen(HostContext context, AccessDecisions decisions)
    {
        var (attributes, paths) = (context.Read(AccessDecisions.DecidingAttributes), context.Read(AccessDecisions.PublicPaths));
        foreach (var tree in context.Model.Code.Compilation.SyntaxTrees)
            foreach (var endpoint in context.Model.Concerning(tree, context.Cancellation))
                if (endpoint.Kind is not (EndpointKind.Library or EndpointKind.Fallback) && endpoint.Authorization(context.Cancellation).State == AuthorizationState.No
                    && !decisions.MayDecide(endpoint, attributes, context.Cancellation) && !AccessDecisions.IsForEverybody(endpoint, paths, context.Cancellation))
                    return true;
        return false;
    }
}
