using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Secrets.Providers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Secrets;

/// <summary>Fixes BST4001: reads the text from the configuration that is in scope. One by one, since the credential has to be revoked first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ProviderCredentialFix : CodeFixProvider
{
    private const string Key = "BST4001.FromConfiguration";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ProviderCredential.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellation) = (context.Document, context.CancellationToken);
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SequentialFixAll.NodeAt(root, diagnostic) is not ExpressionSyntax constant || model.GetConstantValue(constant, cancellation).Value is not string text) continue;
            var key = FromConfiguration.FallbackOf(constant, model, cancellation) ?? ConfigurationKey.Unique(KeyOf(constant, text, model, cancellation), constant, root, isShared: false);
            if (FromConfiguration.Replacement(constant, key, model, cancellation) is { } read
                && await FromConfiguration.ApplyAsync(document, root, constant, read, cancellation).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create($"Read '{key}' from configuration", _ => Task.FromResult(changed), Key), diagnostic);
        }
    }

    private static string KeyOf(ExpressionSyntax constant, string text, SemanticModel model, CancellationToken cancellation)
    {
        var owner = model.GetEnclosingSymbol(constant.SpanStart, cancellation);
        if (owner is not null && model.GetOperation(constant, cancellation) is { } operation && CredentialUses.Of(operation, owner) is { } name && CredentialName.Read(name.Name) is not null)
            return ConfigurationKey.For(name, (owner as INamedTypeSymbol ?? owner.ContainingType)?.Name);
        return ConfigurationKey.ForProvider(ProviderFormats.Find(text, static _ => true)?.Name ?? "");
    }
}
