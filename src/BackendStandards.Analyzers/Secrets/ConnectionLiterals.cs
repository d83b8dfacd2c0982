using System.Collections.Immutable;
using System.Text;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>The connection strings and URLs of a document that hold a credential. Spelling decides alone, so the answer is kept with the tree.</summary>
internal static class ConnectionLiterals
{
    private const int LongestText = 4000;

    private static readonly Func<TreeIndex, SyntaxNode, Found> Question = static (_, root) => new Found(Find(root).ToImmutableArray());

    /// <summary>What a document holds, in the order of the text.</summary>
    public static ImmutableArray<(TextSpan Span, string Text, ConnectionCredential Credential)> In(SyntaxTree tree, CancellationToken cancellation) =>
        TreeIndex.Of(tree, cancellation).Derived(tree, Question, cancellation).Texts;

    /// <summary>Whether a part of a document holds one.</summary>
    public static bool Include(SyntaxNode node, CancellationToken cancellation)
    {
        foreach (var (span, _, _) in In(node.SyntaxTree, cancellation))
            if (span.OverlapsWith(node.Span)) return true;
        return false;
    }

    private static IEnumerable<(TextSpan, string, ConnectionCredential)> Find(SyntaxNode root)
    {
        SyntaxNode? last = null;
        foreach (var token in Literals.Of(root).Texts)
        {
            if (!IsText(token) || !ConnectionText.MayHold(token.ValueText)) continue;
            var whole = Whole(token.Parent!);
            if (whole == last) continue;
            last = whole;
            var (text, parts) = TextOf(whole);
            if (text.Length > LongestText || ConnectionText.Find(text) is not { } credential) continue;
            // One that is written out whole is reported whole; else the piece of it that holds the value.
            var span = parts.Any(part => part.Token is null) ? parts.Last(part => part.Start <= credential.Start && part.Token is not null).Token!.Value.Span : whole.Span;
            yield return (span, text, credential);
        }
    }

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken;

    /// <summary>The literal or interpolated string, with all that is joined to it.</summary>
    private static SyntaxNode Whole(SyntaxNode text)
    {
        var whole = text is InterpolatedStringTextSyntax ? text.Parent! : text;
        while (whole.Parent is ParenthesizedExpressionSyntax { Parent: BinaryExpressionSyntax } or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }) whole = whole.Parent;
        return whole;
    }

    // With a hole for each part that is not written out. No recursion: sums nest deep.
    private static (string Text, List<(int Start, SyntaxToken? Token)> Parts) TextOf(SyntaxNode whole)
    {
        var text = new StringBuilder();
        var parts = new List<(int, SyntaxToken?)>();
        var open = new Stack<SyntaxNode>([whole]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            switch (node)
            {
                case ParenthesizedExpressionSyntax inner: open.Push(inner.Expression); break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum: open.Push(sum.Right); open.Push(sum.Left); break;
                case InterpolatedStringExpressionSyntax interpolated: foreach (var content in interpolated.Contents.Reverse()) open.Push(content); break;
                case LiteralExpressionSyntax { Token: var token } when IsText(token): Append(token.ValueText, token); break;
                case InterpolatedStringTextSyntax { TextToken: var token }: Append(token.ValueText, token); break;
                default: Append(ConnectionText.Hole.ToString(), null); break;
            }
        }
        return (text.ToString(), parts);

        void Append(string part, SyntaxToken? token)
        {
            parts.Add((text.Length, token));
            text.Append(part);
        }
    }

    private sealed class Found(ImmutableArray<(TextSpan, string, ConnectionCredential)> texts)
    {
        public ImmutableArray<(TextSpan Span, string Text, ConnectionCredential Credential)> Texts { get; } = texts;
    }
}
