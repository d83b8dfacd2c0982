using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1031: writes the version as the other routes do. Offered singly: every client of the route breaks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class VersionInconsistentFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleCatalog.VersionInconsistent.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => RouteTextEdit.RegisterAsync(context, "BST1031.Route");
}
