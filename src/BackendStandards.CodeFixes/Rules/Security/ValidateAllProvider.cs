using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Registers validation once a project, and has each action test what was bound.</summary>
internal sealed class ValidateAllProvider : FixAllProvider
{
    public static readonly ValidateAllProvider Instance = new();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var cancellation = context.CancellationToken;
        var solution = context.Solution;
        var findings = (await Findings.OfAsync(context).ConfigureAwait(false)).ToLookup(static finding => finding.Properties.TryGetValue(ValidationNeverRuns.Remedy, out var remedy) ? remedy : null);
        // No key, or another rule's: "dotnet format" takes it from the first finding of the analyzer, and means all.
        if (context.CodeActionEquivalenceKey != ValidationNeverRunsFix.RegisterKey)
            foreach (var ofDocument in findings[ValidationNeverRuns.Test].GroupBy(finding => context.Solution.GetDocumentId(finding.Location.SourceTree)))
            {
                if (context.Solution.GetDocument(ofDocument.Key) is not { } document || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) continue;
                // From the end: what stands before a place does not move it.
                foreach (var finding in ofDocument.OrderByDescending(static finding => finding.Location.SourceSpan.Start))
                {
                    root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
                    document = await ModelStateTest.AddAsync(document, SequentialFixAll.NodeAt(root, finding), cancellation).ConfigureAwait(false) ?? document;
                }
                solution = solution.WithDocumentSyntaxRoot(document.Id, (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!);
            }
        if (context.CodeActionEquivalenceKey != ValidationNeverRunsFix.TestKey)
            foreach (var project in findings[ValidationNeverRuns.Register].Select(finding => context.Solution.GetDocument(finding.Location.SourceTree)?.Project.Id ?? context.Project.Id).Distinct())
                solution = await ValidationRegistration.AddAsync(solution.GetProject(project)!, cancellation).ConfigureAwait(false) ?? solution;
        return CodeAction.Create("Have validation run", _ => Task.FromResult(solution), context.CodeActionEquivalenceKey);
    }
}
