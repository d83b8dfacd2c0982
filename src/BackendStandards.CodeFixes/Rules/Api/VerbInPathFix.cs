using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1011: takes the verb out of the route, and says it as the HTTP method where that said something else. Offered singly: every client of the route breaks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class VerbInPathFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleCatalog.VerbInPath.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => RouteTextEdit.RegisterAsync(context, "BST1011.Route");
}
