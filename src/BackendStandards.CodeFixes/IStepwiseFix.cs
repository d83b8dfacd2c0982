using Microsoft.CodeAnalysis;

namespace BackendStandards.CodeFixes;

/// <summary>A fix that can be applied to one finding after another in the same document.</summary>
internal interface IStepwiseFix
{
    /// <summary>
    /// The document after the fix of one finding; null where there is none that belongs into "fix all".
    /// </summary>
    /// <param name="document">The document as the fixes before left it.</param>
    /// <param name="node">The node that the finding stands on.</param>
    /// <param name="cancellation">Cancels the fix.</param>
    Task<Document?> ApplyAsync(Document document, SyntaxNode node, CancellationToken cancellation);
}
