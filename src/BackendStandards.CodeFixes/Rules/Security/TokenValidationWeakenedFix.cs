using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3052: switches a check on again, takes a validator away that checks nothing, and lets clocks differ by five minutes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TokenValidationWeakenedFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Check tokens", "BST3052.Check", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.TokenValidationWeakened.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node.IsKind(SyntaxKind.FalseLiteralExpression)) return await CheckedEdit.ReplaceAsync(document, node, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression), [], cancellation).ConfigureAwait(false);
        if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { } assignment) return null;
        var name = assignment.Left is MemberAccessExpressionSyntax access ? access.Name : assignment.Left;
        if (name is IdentifierNameSyntax { Identifier.ValueText: "ClockSkew" } && assignment.Right == node)
            return await CheckedEdit.ReplaceAsync(document, node, SyntaxFactory.ParseExpression("TimeSpan.FromMinutes(5)"), ["System"], cancellation).ConfigureAwait(false);
        if (name != node || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return null;
        SyntaxNode whole = assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } statement ? statement : assignment;
        if (whole == assignment && assignment.Parent is not InitializerExpressionSyntax) return null;
        // A comment there speaks of it: it is left to a person.
        return whole.GetLeadingTrivia().Any(IsComment) ? null : document.WithSyntaxRoot(root.RemoveNode(whole, SyntaxRemoveOptions.KeepNoTrivia)!);
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsDirective;
}
