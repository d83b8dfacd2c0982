using System.Collections.Immutable;
using System.Text;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>The texts of a document that hold an issuer's credential. Spelling decides alone, so the answer is kept with the tree.</summary>
internal static class ProviderLiterals
{
    private static readonly Func<TreeIndex, SyntaxNode, Found> Question = static (_, root) => new Found(Find(root).ToImmutableArray());

    /// <summary>What a document holds, in the order of the text: where, the whole text there, and the credential.</summary>
    public static ImmutableArray<(TextSpan Span, string Text, ProviderMatch Match)> In(SyntaxTree tree, CancellationToken cancellation) =>
        TreeIndex.Of(tree, cancellation).Derived(tree, Question, cancellation).Texts;

    /// <summary>Whether a part of a document holds one.</summary>
    public static bool Include(SyntaxNode node, CancellationToken cancellation)
    {
        foreach (var (span, _, _) in In(node.SyntaxTree, cancellation))
            if (span.OverlapsWith(node.Span)) return true;
        return false;
    }

    private static IEnumerable<(TextSpan, string, ProviderMatch)> Find(SyntaxNode root)
    {
        bool IsNear(string word) => root.ToString().IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
        foreach (var token in Literals.Of(root).Texts)
        {
            var (node, text) = Whole(token);
            if (text is not null && ProviderFormats.Find(text, IsNear) is { } match) yield return (node?.Span ?? token.Span, text, match);
        }
    }

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken;

    /// <summary>The text that a token begins: with all that is joined to it, where that is written out too. No text for a token further on in one.</summary>
    private static (SyntaxNode? Node, string? Text) Whole(SyntaxToken token)
    {
        if (token.Parent is not LiteralExpressionSyntax literal) return (null, token.ValueText);
        SyntaxNode whole = literal;
        while (whole.Parent is ParenthesizedExpressionSyntax || (whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && IsText(whole == sum.Left ? sum.Right : sum.Left)))
            whole = whole.Parent;
        while (whole is ParenthesizedExpressionSyntax inner) whole = inner.Expression;
        if (whole == literal) return (literal, token.ValueText);
        if (whole.GetFirstToken() is var first && first != token && whole.DescendantTokens().First(IsText) != token) return (null, null);
        var text = new StringBuilder();
        foreach (var part in whole.DescendantTokens())
            if (IsText(part)) text.Append(part.ValueText);
        return (whole, text.ToString());
    }

    // A text, or texts joined: deep to the left, so the loop is over that side.
    private static bool IsText(ExpressionSyntax expression)
    {
        while (true)
            switch (expression)
            {
                case ParenthesizedExpressionSyntax inner: expression = inner.Expression; break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } } sum: expression = sum.Left; break;
                default: return expression.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression;
            }
    }

    private sealed class Found(ImmutableArray<(TextSpan, string, ProviderMatch)> texts)
    {
        public ImmutableArray<(TextSpan Span, string Text, ProviderMatch Match)> Texts { get; } = texts;
    }
}
