using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3091 and BST6003: leaves to development what belongs there, where the environment is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DevelopmentOnlyFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Switch it on in development only", "BST3091.DevelopmentOnly", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.DetailedErrorsEnabled.Id, RuleCatalog.FrameworkLogsSensitiveData.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        if (EnvironmentInScope.IsDevelopment(node, model) is not { } test) return null;
        if (node is LiteralExpressionSyntax value && value.IsKind(SyntaxKind.TrueLiteralExpression))
            return await CheckedEdit.ReplaceAsync(document, value, test, [EnvironmentInScope.Namespace], cancellation).ConfigureAwait(false);
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || node is not SimpleNameSyntax
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method) return null;
        if (method.Parameters.Length == 1 && method.Parameters[0].Type.SpecialType == SpecialType.System_Boolean)
        {
            var argument = call.ArgumentList.Arguments.FirstOrDefault()?.WithExpression(test) ?? SyntaxFactory.Argument(test);
            return await CheckedEdit.ReplaceAsync(document, call, call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(argument))), [EnvironmentInScope.Namespace], cancellation).ConfigureAwait(false);
        }
        return call is { Parent: ExpressionStatementSyntax statement, Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } }
            && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is CompilationUnitSyntax root
            ? document.WithSyntaxRoot(Imported(root.ReplaceNode(statement, Guarded(statement, test, LineBreaks.Of(root))), model, statement.SpanStart)) : null;
    }

    private static CompilationUnitSyntax Imported(CompilationUnitSyntax unit, SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: "IHostEnvironment").Any() ? unit : UsingDirectives.Add(unit, EnvironmentInScope.Namespace);

    private static IfStatementSyntax Guarded(ExpressionStatementSyntax statement, ExpressionSyntax test, SyntaxTrivia lineBreak)
    {
        var end = SyntaxFactory.EndOfLine(lineBreak.ToString());
        var indent = SyntaxFactory.TriviaList(statement.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).LastOrDefault() is var last && last.RawKind != 0 ? [last] : []);
        var inner = statement.WithLeadingTrivia(indent.Add(SyntaxFactory.Whitespace("    "))).WithTrailingTrivia(statement.GetTrailingTrivia() is { Count: > 0 } trailing ? trailing : [end]);
        return SyntaxFactory.IfStatement(
            SyntaxFactory.Token(SyntaxKind.IfKeyword).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.OpenParenToken), test, SyntaxFactory.Token(SyntaxKind.CloseParenToken).WithTrailingTrivia(end),
            SyntaxFactory.Block(
                SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(indent).WithTrailingTrivia(end),
                SyntaxFactory.SingletonList<StatementSyntax>(inner),
                SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(indent).WithTrailingTrivia(end)),
            null);
    }
}
