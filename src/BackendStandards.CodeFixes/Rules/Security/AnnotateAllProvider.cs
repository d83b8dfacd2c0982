using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Annotates the models of all findings in one edit: they stand in other documents than the findings, and several findings share one.</summary>
internal sealed class AnnotateAllProvider : FixAllProvider
{
    public static readonly AnnotateAllProvider Instance = new();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        // The scaffold is for one model at a time. No key: "dotnet format" takes it from the first finding of the analyzer, which may be another rule's.
        if (context.CodeActionEquivalenceKey is not (null or EndpointInputNotValidatedFix.AnnotateKey)) return null;
        var annotations = new ModelAnnotations();
        foreach (var diagnostic in await Findings.OfAsync(context).ConfigureAwait(false))
            if (diagnostic.Location.SourceTree is { } tree && context.Solution.GetDocument(tree) is { } document
                && await document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is { } compilation
                && await EndpointInputNotValidatedFix.ModelAtAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } model)
                annotations.Add(model, compilation, context.CancellationToken);
        return CodeAction.Create("Annotate the models of all endpoints", token => annotations.ApplyAsync(context.Solution, token), EndpointInputNotValidatedFix.AnnotateKey);
    }
}
