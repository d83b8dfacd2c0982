using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1012: writes a segment in the style of the others. Offered singly: every client of the route breaks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PathCasingFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleCatalog.PathCasing.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => RouteTextEdit.RegisterAsync(context, "BST1012.Route");
}
