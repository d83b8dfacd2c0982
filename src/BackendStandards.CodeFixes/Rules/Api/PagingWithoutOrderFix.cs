using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1042: orders by the key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PagingWithoutOrderFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Order by the key", "BST1042.Order", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.PagingWithoutOrder.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: var query } } || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        var place = QueryEdit.BeforeProjection(query);
        // Rows that were made elsewhere may have nothing that the database knows as a column.
        if ((place == query && finding.Properties.ContainsKey(PagingWithoutOrder.IsProjected)) || place is ParenthesizedExpressionSyntax) return null;
        if (QueryEdit.RowOf(place, model, cancellation) is not { } row || QueryEdit.KeyOf(row) is not { } key) return null;
        var (old, ordered) = QueryEdit.With(place, QueryEdit.OrderBy(key, place.SpanStart, model));
        return await CheckedEdit.ReplaceAsync(document, old, ordered, [], cancellation).ConfigureAwait(false);
    }
}
