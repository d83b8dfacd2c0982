using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Lets an action begin with a test of <c>ModelState</c>.</summary>
internal static class ModelStateTest
{
    // What such an action does with a faulty form, its page knows.
    private static readonly string[] OfPages = ["View", "PartialView", "RedirectToAction", "RedirectToRoute", "LocalRedirect", "Redirect", "ViewComponent"];

    /// <summary>The document with the test; null where the action answers with pages, or with nothing that an error could be.</summary>
    public static async Task<Document?> AddAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || method.DescendantTokens().Any(static token => token.ValueText == "ModelState" || OfPages.Contains(token.ValueText))
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || model.GetDeclaredSymbol(method, cancellation) is not { } action
            || ErrorAnswer.Of(action, "ValidationProblem(ModelState)", null) is not { } answer) return null;
        var test = $"if (!ModelState.IsValid) return {answer};";
        return (method.Body, method.ExpressionBody) switch
        {
            ({ } body, _) => await ReplaceAsync(document, method, method.WithBody(WithFirst(body, test)), cancellation).ConfigureAwait(false),
            (_, { } arrow) => await ReplaceAsync(document, method, WithBlock(method, arrow, test), cancellation).ConfigureAwait(false),
            _ => null,
        };
    }

    private static Task<Document?> ReplaceAsync(Document document, SyntaxNode old, SyntaxNode changed, CancellationToken cancellation) =>
        CheckedEdit.ReplaceAsync(document, old, changed, [], cancellation);

    private static BlockSyntax WithFirst(BlockSyntax body, string test)
    {
        var first = body.Statements.FirstOrDefault();
        if (first is null) return body;
        var leading = first.GetLeadingTrivia();
        var indent = leading.LastOrDefault();
        var isAlone = body.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var statement = SyntaxFactory.ParseStatement(test)
            .WithLeadingTrivia(isAlone && indent.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indent) : default)
            .WithTrailingTrivia(isAlone ? SyntaxFactory.EndOfLine(LineBreaks.Of(body.SyntaxTree.GetRoot()).ToString()) : SyntaxFactory.Space);
        return body.WithStatements(body.Statements.Insert(0, statement));
    }

    private static MethodDeclarationSyntax WithBlock(MethodDeclarationSyntax method, ArrowExpressionClauseSyntax arrow, string test)
    {
        var end = LineBreaks.Of(method.SyntaxTree.GetRoot()).ToString();
        var indent = method.GetLeadingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
        var block = SyntaxFactory.ParseStatement($"{indent}{{{end}{indent}    {test}{end}{indent}    return {arrow.Expression.WithoutTrivia().ToFullString()};{end}{indent}}}");
        var signature = method.ParameterList.WithTrailingTrivia(SyntaxFactory.EndOfLine(end));
        return method.WithParameterList(signature).WithExpressionBody(null).WithSemicolonToken(default).WithBody((BlockSyntax)block).WithTrailingTrivia(method.GetTrailingTrivia());
    }
}
