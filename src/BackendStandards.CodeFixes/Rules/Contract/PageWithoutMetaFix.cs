using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>
/// Fixes BST2005: answers with the page, where the handler has its number, its size and the total. Where only the query is seen, counting its rows is offered one
/// by one: it is another question to the database.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PageWithoutMetaFix : CodeFixProvider
{
    private const string PageKey = "BST2005.Page";
    private const string CountKey = "BST2005.Count";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.PageWithoutMeta.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create(static (document, node, _, _, cancellation) => PageAsync(document, node, cancellation));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var finding in context.Diagnostics)
        {
            var node = SequentialFixAll.NodeAt(root, finding);
            if (await PageAsync(context.Document, node, context.CancellationToken).ConfigureAwait(false) is { } page)
                context.RegisterCodeFix(CodeAction.Create("Answer with the page, its size and the total", _ => Task.FromResult(page), PageKey), finding);
            else if (await CountAsync(context.Document, node, context.CancellationToken).ConfigureAwait(false) is { } counted)
                context.RegisterCodeFix(CodeAction.Create("Count the rows, and answer with the page", _ => Task.FromResult(counted), CountKey), finding);
        }
    }

    private static async Task<Document?> PageAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || EnvelopeEdit.FunctionOf(node) is not { } function) return null;
        var replacements = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (var returned in ReturnedResult.ReturnedBy(function))
        {
            if (AnsweredList.Read(returned, model.GetOperation(returned, cancellation)) is not { Shape: not ListShape.Written } list) continue;
            if (PageNames.At(list, function, model, cancellation) is not { } names || names.Total is null || Items(list) is not { } items) return null;
            var isResult = list.Shape is ListShape.Result or ListShape.PlainResult;
            replacements[list.Place] = EnvelopeEdit.Parse($"{(isResult ? "ApiResults" : "ApiResponse")}.Paged({items}, {names.Page}, {names.Size}, {names.Total})");
        }
        return await EnvelopeEdit.ApplyAsync(document, function, replacements, type => Declared(type, model, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Counts first what is paged afterwards, in a statement before it; then all names are there.</summary>
    private static async Task<Document?> CountAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || EnvelopeEdit.FunctionOf(node) is not { } function) return null;
        var list = ReturnedResult.ReturnedBy(function).Select(returned => AnsweredList.Read(returned, model.GetOperation(returned, cancellation))).FirstOrDefault(found => found?.Place == node);
        if (list is null || PageNames.At(list, function, model, cancellation) is not { Total: null } || CountedQuery.Of(list.Data, function, model, cancellation) is not { } counted) return null;
        if (!model.LookupSymbols(counted.Before.SpanStart, name: "total").IsEmpty || counted.Before.Parent is not BlockSyntax) return null;
        var before = root.TrackNodes(node, counted.Before);
        var place = before.GetCurrentNode(counted.Before)!;
        var indent = place.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var statement = SyntaxFactory.ParseStatement($"var total = {counted.Count};").WithLeadingTrivia(place.GetLeadingTrivia()).WithTrailingTrivia(LineBreaks.Of(root));
        before = before.ReplaceNode(place, [statement, place.WithLeadingTrivia(indent)]);
        var changed = document.WithSyntaxRoot(before);
        return await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } current && current.GetCurrentNode(node) is { } moved ? await PageAsync(changed, moved, cancellation).ConfigureAwait(false) : null;
    }

    private static string? Items(AnsweredList list)
    {
        var text = list.Data.WithoutTrivia().ToString();
        if (list.DataType is IArrayTypeSymbol || list.DataType.AllInterfaces.Append(list.DataType as INamedTypeSymbol).Any(static one => one is { Name: "IReadOnlyList", TypeArguments.Length: 1 })) return text;
        if (list.DataType.AllInterfaces.Append(list.DataType as INamedTypeSymbol).Any(static one => one is { Name: "IAsyncEnumerable" or "IQueryable" })) return null;
        return list.Data is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? text + ".ToList()" : $"({text}).ToList()";
    }

    private static TypeSyntax Declared(TypeSyntax type, SemanticModel model, CancellationToken cancellation)
    {
        if (ElementOf(EnvelopeEdit.Awaited(type)) is { } plain) return type.ReplaceNode(EnvelopeEdit.Awaited(type), SyntaxFactory.ParseTypeName($"ApiResponse<IReadOnlyList<{plain}>>"));
        return EnvelopeEdit.Renamed(type, name => name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } && ElementOf(arguments[0]) is { } element ? name.Identifier.ValueText switch
        {
            "ApiOk" or "Ok" => SyntaxFactory.ParseTypeName($"ApiPaged<{element}>"),
            "ApiResponse" => SyntaxFactory.ParseTypeName($"ApiResponse<IReadOnlyList<{element}>>"),
            "ActionResult" => SyntaxFactory.ParseTypeName($"ActionResult<ApiResponse<IReadOnlyList<{element}>>>"),
            _ => null,
        } : null);

        string? ElementOf(TypeSyntax list) => model.GetTypeInfo(list, cancellation).Type is { } symbol && AnsweredList.ElementOf(symbol) is { } element ? element.ToMinimalDisplayString(model, type.SpanStart) : null;
    }
}
