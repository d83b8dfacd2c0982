using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Fixes BST2004: spells a code as codes are spelled, by its constant where there is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ErrorCodeNotInCatalogueFix : CodeFixProvider
{
    private const string Key = "BST2004.Spell";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ErrorCodeNotInCatalogue.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(ErrorCodeNotInCatalogue.NewCode, out var code) || code is null
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal) continue;
            var replacement = ConstantOf(code, literal, model) ?? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(code));
            context.RegisterCodeFix(
                CodeAction.Create($"Write '{replacement}'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, replacement.WithTriviaFrom(literal)))), Key),
                diagnostic);
        }
    }

    private static ExpressionSyntax? ConstantOf(string code, LiteralExpressionSyntax literal, SemanticModel model) =>
        model.LookupNamespacesAndTypes(literal.SpanStart, name: "ErrorCodes").OfType<INamedTypeSymbol>().FirstOrDefault() is { } type
        && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field is { IsConst: true } && code.Equals(field.ConstantValue)) is { } constant
            ? SyntaxFactory.ParseExpression($"ErrorCodes.{constant.Name}")
            : null;
}
