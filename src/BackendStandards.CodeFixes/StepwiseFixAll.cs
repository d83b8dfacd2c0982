using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes;

/// <summary>
/// Applies the safe fixes of a document one after the other, each on the result of those before. The stock batch provider merges texts instead:
/// two fixes in one statement would be lost, and <c>dotnet format</c>, which takes its key from the first finding, would fix nothing where that one has no fix.
/// </summary>
internal sealed class StepwiseFixAll(IStepwiseFix fix) : DocumentBasedFixAllProvider
{
    /// <inheritdoc/>
    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var cancellation = fixAllContext.CancellationToken;
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return document;
        var marks = new List<SyntaxAnnotation>();
        var marked = new Dictionary<SyntaxNode, List<SyntaxAnnotation>>();
        foreach (var finding in diagnostics.OrderBy(finding => finding.Location.SourceSpan.Start))
        {
            var node = root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true);
            if (!marked.TryGetValue(node, out var annotations)) marked.Add(node, annotations = []);
            marks.Add(new SyntaxAnnotation());
            annotations.Add(marks[marks.Count - 1]);
        }
        document = document.WithSyntaxRoot(root.ReplaceNodes(marked.Keys, (original, current) => current.WithAdditionalAnnotations(marked[original])));
        foreach (var mark in marks)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            if (current?.GetAnnotatedNodes(mark).FirstOrDefault() is { } node && await fix.ApplyAsync(document, node, cancellation).ConfigureAwait(false) is { } done) document = done;
        }
        return document;
    }
}
