using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Sql;

/// <summary>How a literal is written.</summary>
/// <param name="Open">What opens it, without <c>$</c>: <c>"</c>, <c>@"</c>, or quotes and a new line.</param>
/// <param name="Close">What closes it.</param>
/// <param name="Dollars">How many <c>$</c> an interpolated raw literal has; 1 for other interpolated ones, 0 for none.</param>
internal sealed record LiteralStyle(string Open, string Close, int Dollars)
{
    /// <summary>Whether backslashes and doubled quotes stand for themselves.</summary>
    public bool IsRaw => Open.StartsWith("\"\"\"", StringComparison.Ordinal);

    public bool IsVerbatim => Open.StartsWith("@", StringComparison.Ordinal);

    public static LiteralStyle Of(LiteralExpressionSyntax literal)
    {
        var text = literal.Token.Text;
        if (text.StartsWith("@", StringComparison.Ordinal)) return new("@\"", "\"", 0);
        if (!text.StartsWith("\"\"\"", StringComparison.Ordinal)) return new("\"", "\"", 0);
        var quotes = text.TakeWhile(c => c == '"').Count();
        if (!literal.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)) return new(new string('"', quotes), new string('"', quotes), 0);
        // The first line break belongs to the opening, the last with its indentation to the close.
        var first = text.IndexOf('\n') + 1;
        var last = text.LastIndexOf('\n');
        if (last > 0 && text[last - 1] == '\r') last--;
        return new(text.Substring(0, first), text.Substring(Math.Max(first, last)), 0);
    }

    public static LiteralStyle Of(InterpolatedStringExpressionSyntax text)
    {
        var start = text.StringStartToken.Text;
        return new(start.Replace("$", ""), text.StringEndToken.Text, start.Count(c => c == '$'));
    }

    /// <summary>The text between the delimiters of a literal, as written.</summary>
    public string Inner(string text) => text.Length >= Open.Length + Close.Length ? text.Substring(Open.Length, text.Length - Open.Length - Close.Length) : "";
}
