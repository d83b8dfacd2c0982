using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules;

/// <summary>The findings that "fix all" is asked to mend.</summary>
internal static class Findings
{
    /// <summary>Those of the scope.</summary>
    public static async Task<IEnumerable<Diagnostic>> OfAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            default:
                var all = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (var project in context.Solution.Projects) all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                return all;
        }
    }

    /// <summary>The same by the projects that they are in.</summary>
    public static async Task<IEnumerable<IGrouping<ProjectId, Diagnostic>>> ByProjectAsync(FixAllContext context) => (await OfAsync(context).ConfigureAwait(false))
        .Select(finding => (Finding: finding, Project: context.Solution.GetDocument(finding.Location.SourceTree)?.Project.Id)).Where(static one => one.Project is not null).GroupBy(static one => one.Project!, static one => one.Finding).ToList();
}
