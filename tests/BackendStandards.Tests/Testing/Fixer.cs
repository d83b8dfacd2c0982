using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.Tests.Testing;

/// <summary>Applies the product's fixes to a source one after the other, as a person at the light bulb would.</summary>
internal static class Fixer
{
    private const int MaxSteps = 50;

    /// <summary>The source after the first fix of each finding of a rule, or the one with a key, for as long as such a fix is offered.</summary>
    public static async Task<string> FixAsync(string source, string id, string? key = null, bool withEnvelope = true)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp)
            .WithParseOptions(Prelude.ParseOptions).WithCompilationOptions(Prelude.OptionsFor([source])).WithMetadataReferences(References.All));
        project = project.AddDocument("Usings.g.cs", Prelude.Usings, filePath: Prelude.UsingsPath).Project;
        foreach (var file in withEnvelope && Envelope.IsNeededBy(id) ? Envelope.Files : []) project = project.AddDocument(file.Path, file.Text, filePath: file.Path).Project;
        var document = project.AddDocument("Test0.cs", source, filePath: "Test0.cs");
        for (var step = 0; step < MaxSteps; step++)
        {
            var compilation = (await document.Project.GetCompilationAsync())!;
            var findings = (await Sources.AnalyzeAsync(compilation, NativeProject.IsNeededBy(id) ? NativeProject.Options : null)).Where(finding => finding.Id == id).ToList();
            var action = (await Task.WhenAll(findings.Select(finding => FirstAsync(document, finding, key)))).FirstOrDefault(found => found is not null);
            if (action is null) break;
            var changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
            document = changed.GetDocument(document.Id)!;
        }
        return (await document.GetTextAsync()).ToString();
    }

    /// <summary>The first fix that is offered for a finding, or the one with a key; null where there is none.</summary>
    public static async Task<CodeAction?> FirstAsync(Document document, Diagnostic finding, string? key = null)
    {
        CodeAction? first = null;
        foreach (var fix in Shipped.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => first ??= key is null || action.EquivalenceKey == key ? action : null, CancellationToken.None));
        return first;
    }
}
