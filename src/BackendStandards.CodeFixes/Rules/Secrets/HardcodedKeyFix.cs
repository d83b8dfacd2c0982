using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Secrets;

/// <summary>Fixes BST4003: reads the key from the configuration that is in scope. A vector or salt is no setting and gets no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class HardcodedKeyFix : CodeFixProvider
{
    private const string Key = "BST4003.FromConfiguration";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.HardcodedKey.Id);

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
        if (node is not ExpressionSyntax constant || !finding.Properties.TryGetValue(HardcodedKey.SettingProperty, out var setting) || setting is null
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        var key = KeyOf(constant, setting, model, cancellation);
        var code = new CodeBase(model.Compilation);
        var others = ConstantUses.AsKeys(code, new SourceReferences(code)).In(root.SyntaxTree, cancellation);
        var isShared = others.Any(other => other.Literal.Span != constant.Span && other.Sink.Setting is { } wanted && other.Literal.ToString() != constant.ToString()
            && KeyOf((ExpressionSyntax)other.Literal, wanted, model, cancellation) == key);
        key = FromConfiguration.FallbackOf(constant, model, cancellation) ?? ConfigurationKey.Unique(key, constant, root, isShared);
        var isText = model.GetTypeInfo(constant, cancellation).Type?.SpecialType == SpecialType.System_String;
        var replacement = isText ? FromConfiguration.Replacement(constant, key, model, cancellation) : FromConfiguration.BytesReplacement(constant, key, model, cancellation);
        return replacement is not null && await FromConfiguration.ApplyAsync(document, root, constant, replacement, cancellation).ConfigureAwait(false) is { } changed
            ? ($"Read '{key}' from configuration", changed)
            : null;
    }

    private static string KeyOf(ExpressionSyntax constant, string setting, SemanticModel model, CancellationToken cancellation)
    {
        var owner = model.GetEnclosingSymbol(constant.SpanStart, cancellation);
        var type = (owner as INamedTypeSymbol ?? owner?.ContainingType)?.Name;
        // The variable that holds the key, not the algorithm that is given it.
        return constant.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } variable && HoldsBytesOrText(model.GetDeclaredSymbol(variable, cancellation)) && CredentialName.Read(variable.Identifier.ValueText) is { } name
            ? ConfigurationKey.For(name, type)
            : ConfigurationKey.WithSection(setting, type);
    }

    private static bool HoldsBytesOrText(ISymbol? variable) => ((variable as ILocalSymbol)?.Type ?? (variable as IFieldSymbol)?.Type) switch
    {
        { SpecialType: SpecialType.System_String } or IArrayTypeSymbol => true,
        { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" } => true,
        _ => false,
    };
}
