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
    public delegate Task<Document?> Fix(Document document, SyntaxNode node, string? equivalenceKey, CancellationToken cancellation);

    /// <summary>The provider for a fix.</summary>
    public static FixAllProvider Create(Fix fix) => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var cancellation = context.CancellationToken;
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return document;
        var marks = diagnostics.Select(diagnostic => NodeAt(root, diagnostic)).Distinct().OrderBy(node => node.SpanStart)
            .ToDictionary(node => node, _ => new SyntaxAnnotation());
        var order = marks.OrderBy(mark => mark.Key.SpanStart).Select(mark => mark.Value).ToList();
        document = document.WithSyntaxRoot(root.ReplaceNodes(marks.Keys, (before, after) => after.WithAdditionalAnnotations(marks[before])));
        foreach (var mark in order)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            if (current?.GetAnnotatedNodes(mark).FirstOrDefault() is { } node)
                document = await fix(document, node, context.CodeActionEquivalenceKey, cancellation).ConfigureAwait(false) ?? document;
        }
        return document;
    });

    /// <summary>The expression that a finding stands on.</summary>
    public static SyntaxNode NodeAt(SyntaxNode root, Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
}
