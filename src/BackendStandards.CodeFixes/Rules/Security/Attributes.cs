using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Puts an attribute on a member.</summary>
internal static class Attributes
{
    /// <summary>The member with an attribute in a list of its own behind the others: on a line of its own where they are, or where there is none.</summary>
    public static MemberDeclarationSyntax Add(MemberDeclarationSyntax member, string attribute)
    {
        var list = SyntaxFactory.ParseCompilationUnit($"[{attribute}] class C;").Members[0].AttributeLists[0].WithoutTrivia();
        var indentation = member.GetLeadingTrivia().LastOrDefault();
        var indent = indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : default;
        if (member.AttributeLists.LastOrDefault() is { } last)
        {
            var isOwnLine = last.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
            return member.WithAttributeLists(member.AttributeLists.Add(isOwnLine
                ? list.WithLeadingTrivia(indent).WithTrailingTrivia(last.GetTrailingTrivia().First(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
                : list.WithTrailingTrivia(SyntaxFactory.Space)));
        }
        var leading = member.GetLeadingTrivia();
        var isAlone = member.SyntaxTree.GetText().Lines.GetLineFromPosition(member.SpanStart) is var line && string.IsNullOrWhiteSpace(line.Text!.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(line.Start, member.SpanStart)));
        return isAlone
            ? member.WithLeadingTrivia(indent).WithAttributeLists(SyntaxFactory.SingletonList(list.WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.EndOfLine(LineBreaks.Of(member.SyntaxTree.GetRoot()).ToString()))))
            : member.WithoutLeadingTrivia().WithAttributeLists(SyntaxFactory.SingletonList(list.WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.Space)));
    }
}
