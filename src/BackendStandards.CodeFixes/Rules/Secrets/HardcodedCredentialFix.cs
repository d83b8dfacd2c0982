using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Secrets;

/// <summary>Fixes BST4002: reads the credential from the configuration that is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class HardcodedCredentialFix : CodeFixProvider
{
    private const string Key = "BST4002.FromConfiguration";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.HardcodedCredential.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create(async (document, node, finding, _, cancellation) =>
        (await EditAsync(document, node, finding, cancellation).ConfigureAwait(false))?.Fixed);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
            if (await EditAsync(context.Document, SequentialFixAll.NodeAt(root, diagnostic), diagnostic, context.CancellationToken).ConfigureAwait(false) is var (title, changed))
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), Key), diagnostic);
    }

    private static async Task<(string Title, Document Fixed)?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax constant
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || (KeyOf(constant, model, cancellation) ?? KeyOf(constant, finding, model, cancellation)) is not { } key) return null;
        var text = model.GetConstantValue(constant, cancellation).Value as string;
        var isShared = root.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(other => other != constant && !constant.Contains(other)
            && other.Token.Value is string value && value != text && SecretValues.MayBeSecret(value) && KeyOf(other, model, cancellation) == key);
        key = FromConfiguration.FallbackOf(constant, model, cancellation) ?? ConfigurationKey.Unique(key, constant, root, isShared);
        return FromConfiguration.Replacement(constant, key, model, cancellation) is { } read
            && await FromConfiguration.ApplyAsync(document, root, constant, read, cancellation).ConfigureAwait(false) is { } changed ? ($"Read '{key}' from configuration", changed) : null;
    }

    // Where only what takes it tells.
    private static string? KeyOf(ExpressionSyntax constant, Diagnostic finding, SemanticModel model, CancellationToken cancellation) =>
        finding.Properties.TryGetValue(HardcodedCredential.KindProperty, out var kind) && kind is not null && model.GetEnclosingSymbol(constant.SpanStart, cancellation) is { } owner
            ? ConfigurationKey.WithSection(kind, (owner as INamedTypeSymbol ?? owner.ContainingType)?.Name) : null;

    private static string? KeyOf(ExpressionSyntax constant, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(constant, cancellation) is not { } operation || model.GetEnclosingSymbol(constant.SpanStart, cancellation) is not { } owner
            || CredentialUses.Of(operation, owner) is not { } name) return null;
        // new MailSettings { Password = … } belongs to the mail, wherever it is written.
        var type = constant.Parent is AssignmentExpressionSyntax assignment && model.GetSymbolInfo(assignment.Left, cancellation).Symbol is { ContainingType: { } target } and (IPropertySymbol or IFieldSymbol)
            && target.Locations.Any(location => location.IsInSource) ? target : owner as INamedTypeSymbol ?? owner.ContainingType;
        return ConfigurationKey.For(name, type?.Name);
    }
}
