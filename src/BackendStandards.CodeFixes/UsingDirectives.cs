using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes;

/// <summary>Adds a using directive where a fix needs a namespace.</summary>
internal static class UsingDirectives
{
    /// <summary>The unit with a using of a namespace: in the alphabetical place among those there are, System first; not twice.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax unit, string name)
    {
        if (unit.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any(existing => Named(existing, name))) return unit;
        var lineEnd = SyntaxFactory.EndOfLine(LineBreaks.Of(unit).ToString());
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(lineEnd);
        var at = unit.Usings.TakeWhile(existing => existing.GlobalKeyword.RawKind != 0 || Precedes(existing, name)).Count();
        if (at > 0 || unit.Usings.Count == 0)
        {
            // What stands before the first token of a file without usings, such as a header, stays above the new line.
            if (unit.Usings.Count > 0 || unit.Externs.Count > 0) return unit.WithUsings(unit.Usings.Insert(at, directive));
            var first = unit.GetFirstToken();
            var header = first.LeadingTrivia;
            var isHeader = header.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) && unit.AttributeLists.Count == 0 && unit.Members.FirstOrDefault() is BaseNamespaceDeclarationSyntax;
            return isHeader
                ? unit.ReplaceToken(first, first.WithLeadingTrivia(lineEnd)).WithUsings(SyntaxFactory.SingletonList(directive.WithLeadingTrivia(header)))
                : unit.WithUsings(SyntaxFactory.SingletonList(directive.WithTrailingTrivia(lineEnd, lineEnd)));
        }
        var head = unit.Usings[0];
        return unit.WithUsings(unit.Usings.Replace(head, head.WithLeadingTrivia()).Insert(0, directive.WithLeadingTrivia(head.GetLeadingTrivia())));
    }

    private static bool Named(UsingDirectiveSyntax directive, string name) => directive.Alias is null && directive.StaticKeyword.RawKind == 0 && directive.Name?.ToString() == name;

    private static bool Precedes(UsingDirectiveSyntax existing, string name)
    {
        if (existing.Alias is not null || existing.StaticKeyword.RawKind != 0 || existing.Name?.ToString() is not { } other) return false;
        var (isSystem, otherIsSystem) = (IsSystem(name), IsSystem(other));
        return isSystem != otherIsSystem ? otherIsSystem : string.CompareOrdinal(other, name) < 0;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
