using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Documentation;

/// <summary>BST8003: makes the document, and shows it where the application is developed. Who else may see it, somebody has to decide.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OpenApiNotEnabledFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Describe the endpoints with AddOpenApi and MapOpenApi", "BST8003.AddOpenApi", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.OpenApiNotEnabled.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            // A package of its own since .NET 9: the template refers to it, others may not.
            || model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.OpenApiServiceCollectionExtensions") is null
            || StartupEdit.In(root, model, cancellation) is not { } startup) return null;
        return document.WithSyntaxRoot(startup.Add($"{startup.Builder}.Services.AddOpenApi();", $"if ({startup.App}.Environment.IsDevelopment())\n{{\n    {startup.App}.MapOpenApi();\n}}"));
    }
}
