using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Adds assignments to the initializer of an object: a line each where the others stand so, with the comma that they end in.</summary>
internal static class InitializerEdit
{
    /// <summary>The creation with the assignments behind the others.</summary>
    public static BaseObjectCreationExpressionSyntax Add(BaseObjectCreationExpressionSyntax creation, IReadOnlyList<string> assignments)
    {
        if (assignments.Count == 0) return creation;
        if (creation.Initializer is not { Expressions.Count: > 0 } initializer) return WithNew(creation, string.Join(", ", assignments));
        var last = initializer.Expressions[initializer.Expressions.Count - 1];
        var indent = last.GetLeadingTrivia().LastOrDefault();
        var isOwnLine = indent.IsKind(SyntaxKind.WhitespaceTrivia) && initializer.ToString().Contains("\n");
        var between = isOwnLine ? SyntaxFactory.EndOfLine(LineBreaks.Of(initializer).ToString()) : SyntaxFactory.Space;
        var before = isOwnLine ? SyntaxFactory.TriviaList(indent) : default;
        var items = initializer.Expressions.GetWithSeparators().ToList();
        var endsInComma = initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
        // What stood behind the last one, a comment too, stays on its line.
        var behind = endsInComma ? default : last.GetTrailingTrivia();
        if (!endsInComma)
        {
            items[items.Count - 1] = last.WithoutTrailingTrivia();
            items.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(isOwnLine ? behind : SyntaxFactory.TriviaList(between)));
        }
        for (var i = 0; i < assignments.Count; i++)
        {
            var isLast = i == assignments.Count - 1;
            items.Add(SyntaxFactory.ParseExpression(assignments[i]).WithLeadingTrivia(before).WithTrailingTrivia(isLast && !endsInComma ? SyntaxFactory.TriviaList(between) : default));
            if (!isLast || endsInComma) items.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(between));
        }
        return With(creation, initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(SyntaxFactory.NodeOrTokenList(items))));
    }

    private static BaseObjectCreationExpressionSyntax WithNew(BaseObjectCreationExpressionSyntax creation, string assignments)
    {
        var initializer = ((ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new X {{ {assignments} }}")).Initializer!;
        // new CookieOptions() loses its parentheses, as one would write it.
        return creation is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } } named
            ? named.WithType(named.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithArgumentList(null).WithInitializer(initializer).WithTrailingTrivia(creation.GetTrailingTrivia())
            : With(creation.WithoutTrailingTrivia(), initializer.WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(creation.GetTrailingTrivia());
    }

    private static BaseObjectCreationExpressionSyntax With(BaseObjectCreationExpressionSyntax creation, InitializerExpressionSyntax initializer) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.WithInitializer(initializer),
        ImplicitObjectCreationExpressionSyntax target => target.WithInitializer(initializer),
        _ => creation,
    };
}
