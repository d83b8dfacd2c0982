using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Adds <c>builder.Services.AddValidation();</c> to the start-up code of a project, wherever that is.</summary>
internal static class ValidationRegistration
{
    private const string Namespace = "Microsoft.Extensions.DependencyInjection";

    /// <summary>The solution with the call; null where there is no line that builds the application, or more than one.</summary>
    public static async Task<Solution?> AddAsync(Project project, CancellationToken cancellation)
    {
        Solution? changed = null;
        foreach (var document in project.Documents)
        {
            if (await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false) is not { } tree || !TreeIndex.Of(tree, cancellation).Mentions("Build")
                || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
                || StartupEdit.In(root, model, cancellation) is not { } edit) continue;
            if (changed is not null || edit.Mentions("AddValidation", cancellation)) return null;
            var written = (CompilationUnitSyntax)edit.Add($"{edit.Builder}.Services.AddValidation();", null);
            if (written == root) return null;
            if (!CheckedEdit.IsImported(model, root.Members[0].SpanStart, Namespace)) written = UsingDirectives.Add(written, Namespace);
            changed = project.Solution.WithDocumentSyntaxRoot(document.Id, written);
        }
        return changed;
    }
}
