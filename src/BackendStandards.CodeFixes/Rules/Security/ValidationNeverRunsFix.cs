using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3002: registers the validation of minimal APIs, or has an action test <c>ModelState</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ValidationNeverRunsFix : CodeFixProvider
{
    internal const string RegisterKey = "BST3002.AddValidation";
    internal const string TestKey = "BST3002.ModelState";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ValidationNeverRuns.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => ValidateAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var finding in context.Diagnostics)
            switch (finding.Properties.TryGetValue(ValidationNeverRuns.Remedy, out var remedy) ? remedy : null)
            {
                case ValidationNeverRuns.Register when await ValidationRegistration.AddAsync(document.Project, context.CancellationToken).ConfigureAwait(false) is { } registered:
                    context.RegisterCodeFix(CodeAction.Create("Call AddValidation", _ => Task.FromResult(registered), RegisterKey), finding);
                    break;
                case ValidationNeverRuns.Test when await ModelStateTest.AddAsync(document, SequentialFixAll.NodeAt(root, finding), context.CancellationToken).ConfigureAwait(false) is { } tested:
                    context.RegisterCodeFix(CodeAction.Create("Test ModelState.IsValid", _ => Task.FromResult(tested), TestKey), finding);
                    break;
            }
    }
}
