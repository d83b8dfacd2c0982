using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Fixes BST2007: calls AddApiEnvelope on the controllers, or on the services whose validation it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ValidationOutsideEnvelopeFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Answer in the response format", "BST2007.Add", static (document, node, _, cancellation) => ApplyAsync(document, node, cancellation));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ValidationOutsideEnvelope.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root
            || node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax } call) return null;
        var wrapped = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("AddApiEnvelope")))
            .WithTrailingTrivia(call.GetTrailingTrivia());
        return document.WithSyntaxRoot(UsingDirectives.Add(root.ReplaceNode(call, wrapped), ResponseFormat.Namespace));
    }
}
