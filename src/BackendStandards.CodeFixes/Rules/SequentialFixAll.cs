using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules;

/// <summary>
/// Applies a fix to all findings of a document one after the other, each to the outcome of the one before: findings in one call or one text
/// touch the same lines, and edits made side by side would drop all but one of them.
/// </summary>
internal static class SequentialFixAll
{
    /// <summary>Fixes the finding at a node of a document; null where this fix is not right there.</summary>
    public delegate Task<Document?> Fix(Document document, SyntaxNode node, Diagnostic finding, string? equivalenceKey, CancellationToken cancellation);

    /// <summary>The provider for a fix.</summary>
    public static FixAllProvider Create(Fix fix) => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var cancellation = context.CancellationToken;
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return document;
        var findings = diagnostics.Select(finding => (Finding: finding, Node: NodeAt(root, finding), Mark: new SyntaxAnnotation()))
            .GroupBy(finding => finding.Node).Select(group => group.First()).OrderBy(finding => finding.Node.SpanStart).ToList();
        var marks = findings.ToDictionary(finding => finding.Node, finding => finding.Mark);
        document = document.WithSyntaxRoot(root.ReplaceNodes(marks.Keys, (before, after) => after.WithAdditionalAnnotations(marks[before])));
        foreach (var (finding, _, mark) in findings)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            if (current?.GetAnnotatedNodes(mark).FirstOrDefault() is { } node)
                document = await fix(document, node, finding, context.CodeActionEquivalenceKey, cancellation).ConfigureAwait(false) ?? document;
        }
        return document;
    });

    /// <summary>The expression that a finding stands on.</summary>
    public static SyntaxNode NodeAt(SyntaxNode root, Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
}
