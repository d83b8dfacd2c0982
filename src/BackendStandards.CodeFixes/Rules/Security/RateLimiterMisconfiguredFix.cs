using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3032: uses the limiter that is registered, or answers callers over the limit with 429. Which policy was meant, and how much is enough, somebody has to say.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RateLimiterMisconfiguredFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Let the rate limiter work", "BST3032.Work", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.RateLimiterMisconfigured.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation) =>
        !finding.Properties.TryGetValue(RateLimiterMisconfigured.Missing, out var missing) ? Task.FromResult<Document?>(null)
        : missing == RateLimiterMisconfigured.Use ? RateLimiterEdit.UseAsync(document, null, [], cancellation) : SetStatusAsync(document, node, cancellation);

    private static async Task<Document?> SetStatusAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } } }
            || arguments[0].Expression is not LambdaExpressionSyntax lambda || ParameterOf(lambda) is not { } options) return null;
        var set = $"{options}.RejectionStatusCode = StatusCodes.Status429TooManyRequests;";
        var line = LineBreaks.Of(node.SyntaxTree.GetRoot(cancellation)).ToString();
        if (lambda.Body is BlockSyntax block)
        {
            var first = block.Statements.FirstOrDefault();
            var isOnOneLine = first is null || block.OpenBraceToken.TrailingTrivia.All(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
            var statement = SyntaxFactory.ParseStatement(set);
            statement = isOnOneLine ? statement.WithTrailingTrivia(SyntaxFactory.Space) : statement.WithLeadingTrivia(first!.GetLeadingTrivia().LastOrDefault() is var indent && indent.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indent) : default).WithTrailingTrivia(SyntaxFactory.EndOfLine(line));
            return await CheckedEdit.ReplaceAsync(document, block, block.WithStatements(block.Statements.Insert(0, statement)), ["Microsoft.AspNetCore.Http"], cancellation).ConfigureAwait(false);
        }
        if (lambda.ExpressionBody is not { } expression || lambda.Body.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))) return null;
        var indentation = IndentOf(node);
        var text = $"{options} =>{line}{indentation}{{{line}{indentation}    {set}{line}{indentation}    {expression.WithoutTrivia()};{line}{indentation}}}";
        return await CheckedEdit.ReplaceAsync(document, lambda, SyntaxFactory.ParseExpression(text), ["Microsoft.AspNetCore.Http"], cancellation).ConfigureAwait(false);
    }

    // "_" can be read only where it is the one parameter of a simple lambda.
    private static string? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0].Identifier.Text,
        _ => null,
    };

    private static string IndentOf(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.FirstAncestorOrSelf<StatementSyntax>()?.SpanStart ?? node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
