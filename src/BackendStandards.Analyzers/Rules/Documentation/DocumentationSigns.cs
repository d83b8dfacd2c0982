using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>
/// Whether an application documents any endpoint at all, told by spelling. One that documents none has one decision to make, not one for each endpoint.
/// </summary>
internal sealed class DocumentationSigns
{
    private static readonly string[] Names =
        ["WithSummary", "WithDescription", "EndpointSummary", "EndpointSummaryAttribute", "EndpointDescription", "EndpointDescriptionAttribute", "SwaggerOperation", "SwaggerOperationAttribute", "OpenApiOperation"];

    private static readonly Func<TreeIndex, SyntaxNode, DocumentationSigns> Find = static (index, root) => new(index, root);

    private readonly bool _ofEndpoints;
    private readonly HashSet<string> _documented = new(StringComparer.Ordinal);
    private readonly HashSet<string> _handlers = new(StringComparer.Ordinal);

    private DocumentationSigns(TreeIndex index, SyntaxNode root)
    {
        foreach (var member in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MemberDeclarationSyntax>())
        {
            if (member is not (MethodDeclarationSyntax or ClassDeclarationSyntax) || !member.GetLeadingTrivia().ToFullString().Contains("<summary>")) continue;
            if (member is MethodDeclarationSyntax method) _documented.Add(method.Identifier.ValueText);
            _ofEndpoints |= member is ClassDeclarationSyntax { BaseList: { } bases } ? bases.ToString().Contains("Endpoint<") : member.AttributeLists.Any(IsOfAction);
        }
        foreach (var name in MapNames.Terminals.Keys)
            foreach (var call in index.CallsOf(name, root))
                foreach (var argument in call.ArgumentList.Arguments)
                    if ((argument.Expression is MemberAccessExpressionSyntax access ? access.Name : argument.Expression) is SimpleNameSyntax handler)
                        _handlers.Add(handler.Identifier.ValueText);
    }

    /// <summary>Whether there is any.</summary>
    public static bool Exist(CodeBase code, CancellationToken cancellation)
    {
        if (Names.Any(name => WrittenByHand.Mentions(code, name, cancellation))) return true;
        var (documented, handlers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var tree in code.Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!WrittenByHand.Is(tree)) continue;
            var signs = TreeIndex.Of(tree, cancellation).Derived(tree, Find, cancellation);
            if (signs._ofEndpoints) return true;
            documented.UnionWith(signs._documented);
            handlers.UnionWith(signs._handlers);
        }
        return handlers.Overlaps(documented);
    }

    private static bool IsOfAction(AttributeListSyntax list) => list.Attributes.Any(static attribute => attribute.Name.ToString() is var name && (name.StartsWith("Http", StringComparison.Ordinal) || name is "Route" or "AcceptVerbs"));
}
