using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>BST8002 for an application that describes its endpoints and declares no response of any: one suggestion, where it is run.</summary>
internal sealed class ApplicationDeclaresNoResponses() : HostRule(RuleCatalog.ResponseNotDeclared, Anchors)
{
    public override void Check(HostContext context)
    {
        var cancellation = context.Cancellation;
        if (context.Anchor() is not InvocationExpressionSyntax anchor || OpenApiDocuments.AreMade(context.Model, cancellation) == Answer.No || MissingResponses.AnyStated(context.Model.Code, cancellation)) return;
        var exceptions = MappedExceptions.Of(context.Model.Code, cancellation);
        foreach (var tree in context.Model.Code.Compilation.SyntaxTrees)
            foreach (var endpoint in context.Model.Concerning(tree, cancellation))
                if (DescribedEndpoints.Has(endpoint, cancellation) && MissingResponses.Of(endpoint, false, exceptions, cancellation) is { Count: > 0 } missing)
                {
                    context.Report(this, anchor, "The endpoints of this application answer", $"codes such as {missing[0]}", "add Produces or [ProducesResponseType], or return Results<…>");
                    return;
                }
    }
}
