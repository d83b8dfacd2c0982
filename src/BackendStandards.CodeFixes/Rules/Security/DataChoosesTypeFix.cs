using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3027: reads no names of types from the data.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DataChoosesTypeFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Read no names of types", "BST3027.None", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.DataChoosesType.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } value || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || model.GetSymbolInfo(value, cancellation).Symbol is not IFieldSymbol { ContainingType.Name: "TypeNameHandling" }) return null;
        return document.WithSyntaxRoot(root.ReplaceNode(value, value.WithName(SyntaxFactory.IdentifierName("None").WithTriviaFrom(value.Name))));
    }
}
