using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>BST8001 for an application that describes its endpoints and documents none of them: one suggestion, where it is run.</summary>
internal sealed class ApplicationNotDocumented() : HostRule(RuleCatalog.EndpointNotDocumented, Anchors)
{
    public override void Check(HostContext context)
    {
        if (context.Anchor() is not InvocationExpressionSyntax anchor || OpenApiDocuments.AreMade(context.Model, context.Cancellation) == Answer.No || DocumentationSigns.Exist(context.Model.Code, context.Cancellation)) return;
        foreach (var tree in context.Model.Code.Compilation.SyntaxTrees)
            foreach (var endpoint in context.Model.Concerning(tree, context.Cancellation))
                if (DescribedEndpoints.Has(endpoint, context.Cancellation) && endpoint.Documentation(context.Cancellation).IsDocumented == Answer.No)
                {
                    context.Report(this, anchor, "The endpoints of this application are", "WithSummary or a <summary>");
                    return;
                }
    }
}
