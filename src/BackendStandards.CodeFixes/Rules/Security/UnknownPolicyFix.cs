using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3061: writes the name that is spelled most like it, where one is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnknownPolicyFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Write the name that is known", "BST3061.Nearest", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.UnknownPolicy.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation) =>
        (node is AttributeArgumentSyntax argument ? argument.Expression : node is ArgumentSyntax given ? given.Expression : node) is LiteralExpressionSyntax literal && finding.Properties.TryGetValue(UnknownPolicy.Nearest, out var nearest) && nearest is not null
            ? CheckedEdit.ReplaceAsync(document, literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(nearest)), [], cancellation) : Task.FromResult<Document?>(null);
}
