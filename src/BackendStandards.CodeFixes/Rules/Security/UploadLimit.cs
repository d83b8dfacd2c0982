using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>A <paramref name="Test"/> of an uploaded file's length, and the statement that it stands <paramref name="Before"/>.</summary>
internal sealed record UploadLimit(StatementSyntax Before, string Test)
{
    private const string Answer = "statusCode: StatusCodes.Status413PayloadTooLarge";

    /// <summary>The test for a save; null where the file has no name there, or there is no place for a statement.</summary>
    public static UploadLimit? For(InvocationExpressionSyntax save, SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (FileOf(save, function, model, cancellation) is not { } file || model.GetEnclosingSymbol(save.SpanStart, cancellation) is not IMethodSymbol method
            || BlockOf(save, function) is not { } block) return null;
        var root = file.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().First().Identifier.ValueText;
        var (at, isGuarded) = PlaceIn(block, save, root);
        if (at is null) return null;
        var reject = ErrorAnswer.Of(method, $"Problem({Answer})", $"Results.Problem({Answer})") is { } answer ? $"return {answer}"
            : save.Ancestors().TakeWhile(up => up != function).Any(static up => up is TryStatementSyntax { Catches.Count: > 0 }) ? null
            : "throw new BadHttpRequestException(\"The file is too large.\", StatusCodes.Status413PayloadTooLarge)";
        if (reject is null) return null;
        var mayBeNull = !isGuarded && model.GetTypeInfo(file, cancellation).Type?.NullableAnnotation == NullableAnnotation.Annotated;
        return new(at, $"if ({file.WithoutTrivia()}{(mayBeNull ? "?" : "")}.Length > 10 * 1024 * 1024) {reject};");
    }

    /// <summary>The function with the test in it.</summary>
    public SyntaxNode Insert(SyntaxNode function)
    {
        var before = function.GetCurrentNode(Before)!;
        var indent = before.GetLeadingTrivia().LastOrDefault();
        var isAlone = before.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var test = SyntaxFactory.ParseStatement(Test)
            .WithLeadingTrivia(isAlone && indent.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indent) : default)
            .WithTrailingTrivia(isAlone ? SyntaxFactory.EndOfLine(LineBreaks.Of(Before.SyntaxTree.GetRoot()).ToString()) : SyntaxFactory.Space);
        return function.InsertNodesBefore(before, [test]);
    }

    // The one that is copied, or the only one that the function knows.
    private static ExpressionSyntax? FileOf(InvocationExpressionSyntax save, SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (save.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && IsFile(receiver)) return IsPlain(receiver) ? receiver : null;
        var files = function.DescendantNodes().OfType<ExpressionSyntax>().Where(node => node is IdentifierNameSyntax or MemberAccessExpressionSyntax && !(node.Parent is MemberAccessExpressionSyntax access && access.Name == node) && IsPlain(node) && IsFile(node)).GroupBy(static node => node.ToString()).ToList();
        return files.Count == 1 ? files[0].First() : null;

        bool IsFile(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellation).Type is { Name: "IFormFile" } type && UploadTypes.IsFile(type);
    }

    private static bool IsPlain(ExpressionSyntax expression) => expression is IdentifierNameSyntax || (expression is MemberAccessExpressionSyntax { Expression: var inner, Name: IdentifierNameSyntax } && IsPlain(inner));

    // Around the streams that are opened for it.
    private static BlockSyntax? BlockOf(SyntaxNode save, SyntaxNode function)
    {
        foreach (var up in save.Ancestors())
        {
            if (up == function) return null;
            if (up is BlockSyntax { Parent: not UsingStatementSyntax } block) return block;
        }
        return null;
    }

    // Behind what tests whether there is a file; else before the first statement that deals with it.
    private static (StatementSyntax? Statement, bool IsGuarded) PlaceIn(BlockSyntax block, SyntaxNode save, string root)
    {
        StatementSyntax? first = null;
        var (after, isGuarded) = (-1, false);
        for (var index = 0; index < block.Statements.Count; index++)
        {
            var statement = block.Statements[index];
            var holdsSave = statement.Span.Contains(save.Span);
            if (!Mentions(statement, root) && !holdsSave) continue;
            var declares = statement is LocalDeclarationStatementSyntax { Declaration.Variables: var variables } && variables.Any(variable => variable.Identifier.ValueText == root);
            if (!holdsSave && (declares || (statement is IfStatementSyntax { Condition: var condition, Statement: var then } && Mentions(condition, root) && Leaves(then)))) (after, isGuarded) = (index, isGuarded || !declares);
            else first ??= statement;
            if (holdsSave) break;
        }
        return (after >= 0 ? block.Statements[after + 1] : first, isGuarded);
    }

    private static bool Mentions(SyntaxNode node, string name) => node.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static bool Leaves(StatementSyntax statement) => (statement is BlockSyntax { Statements: { Count: > 0 } statements } ? statements.Last() : statement) is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax;
}
