using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1002: <c>MapPost</c> for <c>MapGet</c>, <c>[HttpPost]</c> for <c>[HttpGet]</c>. One by one: each caller has to ask otherwise from then on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ReadChangesStateFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Answer POST instead", "BST1002.Post", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ReadChangesState.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (await ReplacedAsync(document, node, cancellation).ConfigureAwait(false) is not { } changed) return null;
        // Another endpoint may answer POST there already.
        return await RouteConflicts.AppearAsync(document.Project, changed.Project, cancellation).ConfigureAwait(false) ? null : changed;
    }

    private static async Task<Document?> ReplacedAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node is IdentifierNameSyntax { Identifier.ValueText: "MapGet" } name)
            return await CheckedEdit.ReplaceAsync(document, name, SyntaxFactory.IdentifierName("MapPost"), [], cancellation).ConfigureAwait(false);
        var attributes = node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => attribute.Name is IdentifierNameSyntax { Identifier.ValueText: "HttpGet" or "HttpGetAttribute" }).ToList();
        return attributes is not { Count: 1 } ? null
            : await CheckedEdit.ReplaceAsync(document, attributes[0].Name, SyntaxFactory.IdentifierName("HttpPost"), [], cancellation).ConfigureAwait(false);
    }
}
