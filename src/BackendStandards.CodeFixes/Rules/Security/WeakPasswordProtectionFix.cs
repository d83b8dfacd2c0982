using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Fixes BST3081 where a number or switch is all that is wrong. Not the iterations of PBKDF2: hashes that are stored would no longer match.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class WeakPasswordProtectionFix : CodeFixProvider
{
    private const string Key = "BST3081.Value";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.WeakPasswordProtection.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create((document, node, finding, _, cancellation) => EditAsync(document, node, finding, cancellation));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
            if (await EditAsync(context.Document, SequentialFixAll.NodeAt(root, diagnostic), diagnostic, context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create($"Set to {diagnostic.Properties[WeakPasswordProtection.ValueProperty]}", _ => Task.FromResult(changed), Key), diagnostic);
    }

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        var place = node is ArgumentSyntax argument ? argument.Expression : node;
        // A constant of another name is changed where it is declared.
        return finding.Properties.TryGetValue(WeakPasswordProtection.ValueProperty, out var value) && value is not null && place is LiteralExpressionSyntax literal
            ? await CheckedEdit.ReplaceAsync(document, literal, SyntaxFactory.ParseExpression(value), [], cancellation).ConfigureAwait(false)
            : null;
    }
}
