using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Logging;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Fixes BST6020: the text becomes a template, and the values its arguments.</summary>
[ExportCodeFixProvider(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class LogMessageNotATemplateFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Give the values to a message template", "BST6020.Template", static (document, node, _, cancellation) => ApplyAsync(document, node, cancellation));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.LogMessageNotATemplate.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (await InlinedAsync(document, node, cancellation).ConfigureAwait(false) is var (inlined, text)) (document, node) = (inlined, text);
        if (node.FirstAncestorOrSelf<ArgumentSyntax>(argument => argument.Expression.Span == node.Span) is not { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } message
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetOperation(call, cancellation) is not { } operation
            || LogStatements.Read(operation) is not { } statement) return null;
        return TemplateEdit.Apply(statement, message, model, cancellation) is { } changed ? document.WithSyntaxRoot(root.ReplaceNode(call, changed)) : null;
    }

    /// <summary>The document with the text in the place of the variable that held it for this call alone, declared just before; null for anything else.</summary>
    private static async Task<(Document Document, SyntaxNode Text)?> InlinedAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node is not IdentifierNameSyntax name || name.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax block } statement
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || model.GetSymbolInfo(name, cancellation).Symbol is not ILocalSymbol local || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent.Parent: LocalDeclarationStatementSyntax declaration }
            || declaration.Declaration.Variables.Count != 1 || declaration.Parent != block || block.Statements.IndexOf(declaration) != block.Statements.IndexOf(statement) - 1
            || block.DescendantNodes().OfType<IdentifierNameSyntax>().Count(used => used.Identifier.ValueText == local.Name) != 1
            || declaration.GetTrailingTrivia().Concat(statement.GetLeadingTrivia()).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))) return null;
        var mark = new SyntaxAnnotation();
        var joined = statement.ReplaceNode(name, value.WithoutTrivia().WithAdditionalAnnotations(mark)).WithLeadingTrivia(declaration.GetLeadingTrivia());
        var changed = root.ReplaceNode(block, block.WithStatements(block.Statements.Replace(statement, joined).RemoveAt(block.Statements.IndexOf(declaration))));
        var result = document.WithSyntaxRoot(changed);
        return await result.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } written ? (result, written.GetAnnotatedNodes(mark).First()) : null;
    }
}
