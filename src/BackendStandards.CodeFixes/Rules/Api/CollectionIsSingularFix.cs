using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1010: puts the plural into the route. Offered singly: every client of the route breaks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CollectionIsSingularFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleCatalog.CollectionIsSingular.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => RouteTextEdit.RegisterAsync(context, "BST1010.Route");
}
