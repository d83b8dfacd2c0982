using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>BST2006: handles exceptions first of all, and answers with problem details.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NoGlobalExceptionHandlingFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Handle exceptions with UseExceptionHandler", "BST2006.UseExceptionHandler", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.NoGlobalExceptionHandling.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            // Both came with ASP.NET Core 8: before, the handler needs a path.
            || model.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Diagnostics.IExceptionHandler") is null
            || StartupEdit.In(root, model, cancellation) is not { } startup) return null;
        return document.WithSyntaxRoot(startup.Add(startup.Mentions("AddProblemDetails", cancellation) ? null : $"{startup.Builder}.Services.AddProblemDetails();", $"{startup.App}.UseExceptionHandler();"));
    }
}
