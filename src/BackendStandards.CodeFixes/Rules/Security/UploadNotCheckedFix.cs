using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3005: gives the file a name that nobody sent, and lets in ten megabytes. A draft: how large a file may be, and of which types, a person knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UploadNotCheckedFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Give it a name of its own, and limit its length", "BST3005.Check", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.UploadNotChecked.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (!finding.Properties.TryGetValue(UploadNotChecked.Adds, out var adds) || adds is null || node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } save
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || save.Ancestors().FirstOrDefault(IsFunction) is not { } function) return null;
        var lacks = adds.Split(',');
        var name = lacks.Contains(UploadNotChecked.Name) ? UploadName.In(function, model, cancellation) : null;
        var limit = lacks.Contains(UploadNotChecked.Length) ? UploadLimit.For(save, function, model, cancellation) : null;
        if (name is null && limit is null) return null;
        var marked = function.TrackNodes(new SyntaxNode?[] { name?.Part, limit?.Before }.OfType<SyntaxNode>());
        if (name is not null) marked = name.Replace(marked);
        if (limit is not null) marked = limit.Insert(marked);
        return await CheckedEdit.ReplaceAsync(document, function, marked, limit is null ? [] : ["Microsoft.AspNetCore.Http"], cancellation).ConfigureAwait(false);
    }

    private static bool IsFunction(SyntaxNode node) => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;
}
