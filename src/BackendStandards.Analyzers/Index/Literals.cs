using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Index;

/// <summary>The texts that a tree writes out, gathered in one pass for all who look through them, and whether it writes out an array of bytes.</summary>
internal sealed class Literals
{
    // A key has eight bytes or more: that of DES.
    private const int ShortestArray = 8;

    private static readonly Func<TreeIndex, SyntaxNode, Literals> Question = static (_, root) => new Literals(root);

    private Literals(SyntaxNode root)
    {
        var texts = ImmutableArray.CreateBuilder<SyntaxToken>();
        foreach (var token in root.DescendantTokens())
            switch (token.Kind())
            {
                case SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                    or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken:
                    texts.Add(token);
                    break;
                case SyntaxKind.NumericLiteralToken: HasArray |= token.Parent?.Parent is InitializerExpressionSyntax { Expressions.Count: >= ShortestArray }; break;
            }
        Texts = texts.ToImmutable();
    }

    /// <summary>The tokens of string literals of all forms, and of the text in interpolated strings, in the order of the text.</summary>
    public ImmutableArray<SyntaxToken> Texts { get; }

    /// <summary>Whether numbers are listed that may be a key.</summary>
    public bool HasArray { get; }

    /// <summary>The literals of the tree that a root is of.</summary>
    public static Literals Of(SyntaxNode root) => TreeIndex.Of(root.SyntaxTree, CancellationToken.None).Derived(root.SyntaxTree, Question, CancellationToken.None);
}
