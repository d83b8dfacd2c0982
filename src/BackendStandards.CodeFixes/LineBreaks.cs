using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.CodeFixes;

/// <summary>The line breaks of a file: what a fix adds ends as the rest does.</summary>
internal static class LineBreaks
{
    /// <summary>The first line break of a file as trivia; a line feed where it has none.</summary>
    public static SyntaxTrivia Of(SyntaxNode root)
    {
        foreach (var trivia in root.DescendantTrivia())
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia)) return SyntaxFactory.ElasticEndOfLine(trivia.ToString());
        return SyntaxFactory.ElasticEndOfLine("\n");
    }
}
