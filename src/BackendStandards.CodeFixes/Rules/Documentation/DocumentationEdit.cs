using BackendStandards.Analyzers.Rules.Documentation;
using Microsoft.CodeAnalysis;

namespace BackendStandards.CodeFixes.Rules.Documentation;

/// <summary>Applies an edit to the endpoint of a finding, or to each of those that it is about.</summary>
internal static class DocumentationEdit
{
    /// <summary>The document with one endpoint mended by the words of the finding; null where that is not right.</summary>
    public delegate Task<Document?> Edit(Document document, SyntaxNode place, string words, CancellationToken cancellation);

    /// <summary>The document with all of them mended that can be; null where none can.</summary>
    public static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, Diagnostic finding, string key, Edit edit, CancellationToken cancellation)
    {
        if (finding.Properties.TryGetValue(key, out var only) && only is not null)
            return MappingChain.PlaceOf(node) is { } single ? await edit(document, single, only, cancellation).ConfigureAwait(false) : null;
        var words = CountedPlaces.Read(MappingChain.AroundOf(node), key, finding.Properties).ToList();
        if (words.Count == 0 || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return null;
        var marks = words.ToDictionary(one => one.Place, _ => new SyntaxAnnotation());
        var (current, isChanged) = (document.WithSyntaxRoot(root.ReplaceNodes(marks.Keys, (before, after) => after.WithAdditionalAnnotations(marks[before]))), false);
        foreach (var (place, text) in words)
        {
            var now = (await current.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!.GetAnnotatedNodes(marks[place]).FirstOrDefault();
            if (now is null || await edit(current, now, text, cancellation).ConfigureAwait(false) is not { } next) continue;
            (current, isChanged) = (next, true);
        }
        return isChanged ? current : null;
    }
}
