using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>
/// The trees that somebody wrote. ASP.NET Core's generator of comments for OpenAPI, which runs in every project with the package, speaks of all that is looked
/// for here by spelling.
/// </summary>
internal static class WrittenByHand
{
    /// <summary>Whether an identifier is written in one of them.</summary>
    public static bool Mentions(CodeBase code, string identifier, CancellationToken cancellation) => code.WrittenTreesWith(identifier, cancellation).Any(Is);

    /// <summary>Whether a tree is one.</summary>
    public static bool Is(SyntaxTree tree) =>
        !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) && !tree.FilePath.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);
}
