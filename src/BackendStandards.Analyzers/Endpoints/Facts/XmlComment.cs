using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// The documentation comment before a declaration, as written. It is read from the text, since a project that generates no documentation file has such
/// comments as plain ones.
/// </summary>
internal sealed class XmlComment
{
    private static readonly Regex SummaryTag = new(@"<summary>(?<text>.*?)</summary>", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex ResponseTag = new(@"<response\s+code\s*=\s*[""'](?<code>\d{3})[""']", RegexOptions.CultureInvariant);
    private static readonly Regex Marks = new(@"^[ \t]*(///|\*+(?!/))[ \t]?", RegexOptions.CultureInvariant | RegexOptions.Multiline);
    private static readonly Regex Space = new(@"\s+", RegexOptions.CultureInvariant);

    private readonly string _text;

    private XmlComment(string text, SyntaxNode declaration) => (_text, Declaration) = (text, declaration);

    /// <summary>What it stands before.</summary>
    public SyntaxNode Declaration { get; }

    /// <summary>The text of its summary, in one line; null where it has none, or an empty one.</summary>
    public string? Summary => SummaryTag.Match(_text) is { Success: true } match && Space.Replace(match.Groups["text"].Value, " ").Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The codes of its <c>&lt;response code="…"&gt;</c> elements.</summary>
    public IEnumerable<int> ResponseCodes => ResponseTag.Matches(_text).Cast<Match>().Select(match => int.Parse(match.Groups["code"].Value, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Whether it takes another's text over.</summary>
    public bool Inherits => _text.Contains("<inheritdoc") || _text.Contains("<include");

    /// <summary>The comment of a symbol; null where it has none in this compilation.</summary>
    public static XmlComment? Of(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellation);
            var text = string.Concat(declaration.GetLeadingTrivia().Where(IsDocumentation).Select(trivia => trivia.ToFullString() + "\n"));
            if (text.Length > 0) return new(Marks.Replace(text, ""), declaration);
        }
        return null;
    }

    private static bool IsDocumentation(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)
        || (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().StartsWith("///", StringComparison.Ordinal))
        || (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && trivia.ToString().StartsWith("/**", StringComparison.Ordinal));
}
