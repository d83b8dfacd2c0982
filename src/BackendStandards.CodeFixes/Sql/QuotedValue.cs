using System.Text;
using BackendStandards.Analyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>What stands between two quotes of a SQL text: one value, put together from text and holes.</summary>
internal sealed class QuotedValue
{
    private readonly List<(string Text, SqlPiece? Hole)> _items = [];

    /// <summary>The holes, in the order of the text.</summary>
    public IReadOnlyList<SqlPiece> Holes => [.. _items.Where(item => item.Hole is not null).Select(item => item.Hole!)];

    /// <summary>The expression that is all of the value, written without a format; null where there is more.</summary>
    public ExpressionSyntax? Single => _items.Count == 1 && _items[0].Hole is { Format: "", Expression: { } only } ? only : null;

    /// <summary>Adds text; false where it cannot be written again without escapes.</summary>
    public bool Add(string text)
    {
        if (text.Length > 0) _items.Add((text, null));
        return text.IndexOfAny(['\\', '{', '}', '"', '\'', '\n', '\r']) < 0;
    }

    public void Add(SqlPiece hole) => _items.Add(("", hole));

    /// <summary>The value as an interpolated string.</summary>
    public string Interpolation()
    {
        var text = new StringBuilder("$\"");
        foreach (var (part, hole) in _items)
            text.Append(hole is null ? part : $"{{{Parenthesized(hole.Expression!)}{hole.Format}}}");
        return text.Append('"').ToString();
    }

    // A colon outside of parentheses would begin a format.
    private static string Parenthesized(ExpressionSyntax expression) =>
        expression is ConditionalExpressionSyntax or AliasQualifiedNameSyntax ? $"({expression.WithoutTrivia()})" : expression.WithoutTrivia().ToString();
}
