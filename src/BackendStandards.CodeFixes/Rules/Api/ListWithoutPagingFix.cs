using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1040: takes the page and its size from the query, and reads that page. One by one: clients that ask for the list get a part of it from then on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ListWithoutPagingFix : CodeFixProvider
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    private static readonly SingleEdit Fix = new("Answer with a page", "BST1040.Page", EditAsync);
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "ToList", "ToListAsync", "ToArray", "ToArrayAsync", "AsEnumerable", "AsAsyncEnumerable" };

    // Moved before these, a page would be of other rows.
    private static readonly HashSet<string> Choosers = new(StringComparer.Ordinal) { "Where", "Distinct", "GroupBy", "OfType", "Union", "Concat", "Except", "Intersect", "SelectMany", "Reverse" };

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ListWithoutPaging.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } answer) return null;
        if (answer.FirstAncestorOrSelf<SyntaxNode>(up => up is MethodDeclarationSyntax or LocalFunctionStatementSyntax or ParenthesizedLambdaExpressionSyntax) is not { } function) return null;
        if ((function is LambdaExpressionSyntax ? model.GetSymbolInfo(function, cancellation).Symbol : model.GetDeclaredSymbol(function, cancellation)) is not IMethodSymbol { IsOverride: false, IsVirtual: false } handler) return null;
        if (model.LookupSymbols(answer.SpanStart, name: "page").Length + model.LookupSymbols(answer.SpanStart, name: "pageSize").Length > 0) return null;
        if (QueryOf(answer, function, model, cancellation) is not { } query || PageOf(query, answer, IsChecked(handler) || BlockOf(function) is not null, model, cancellation) is not { } page) return null;

        var changed = function.ReplaceNode(page.Old, page.New.WithTriviaFrom(page.Old));
        if (!IsChecked(handler) && BlockOf(changed) is { } block) changed = changed.ReplaceNode(block, Bounded(block));
        changed = changed.ReplaceNode(ParametersOf(changed)!, WithPage(ParametersOf(changed)!, IsChecked(handler)));
        return await CheckedEdit.ReplaceAsync(document, function, changed, IsChecked(handler) ? [Annotations] : [], cancellation).ConfigureAwait(false);
    }

    /// <summary>The query that is read: in the answer itself, or in what its variable is made of.</summary>
    private static ExpressionSyntax? QueryOf(ExpressionSyntax answer, SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (answer is IdentifierNameSyntax name)
        {
            if (model.GetSymbolInfo(name, cancellation).Symbol is not ILocalSymbol local || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value } || !function.Span.Contains(value.Span)) return null;
            answer = value;
        }
        if (QueryEdit.CallsOf(answer).LastOrDefault(call => Readers.Contains(QueryEdit.NameOf(call)) && QueryEdit.RowOf(QueryEdit.ReceiverOf(call), model, cancellation) is not null) is { } reading) return QueryEdit.ReceiverOf(reading);
        return QueryEdit.RowOf(answer, model, cancellation) is not null ? answer : null;
    }

    private static (ExpressionSyntax Old, ExpressionSyntax New)? PageOf(ExpressionSyntax query, ExpressionSyntax answer, bool isBounded, SemanticModel model, CancellationToken cancellation)
    {
        var calls = QueryEdit.CallsOf(query).ToList();
        var isOrdered = calls.Exists(call => IsOrder(QueryEdit.NameOf(call)));
        var place = QueryEdit.BeforeProjection(query);
        var after = calls.Where(call => call.Span.End > place.Span.End).Select(QueryEdit.NameOf).ToList();
        if (after.Exists(IsOrder)) place = query;
        else if (after.Exists(Choosers.Contains)) return null;
        // What a variable holds may be in order: then a second order would undo it.
        if (!isOrdered && (calls.LastOrDefault() is { } first ? QueryEdit.ReceiverOf(first) : query) is IdentifierNameSyntax root && model.GetSymbolInfo(root, cancellation).Symbol is ILocalSymbol) return null;
        var page = isBounded ? "page" : "Math.Clamp(page, 1, 100_000)";
        var size = isBounded ? "pageSize" : "Math.Clamp(pageSize, 1, 100)";
        var paging = new[] { $".Skip(({page} - 1) * {size})", $".Take({size})" };
        if (isOrdered) return QueryEdit.With(place, paging);
        return QueryEdit.RowOf(place, model, cancellation) is { } row && QueryEdit.KeyOf(row) is { } key
            ? QueryEdit.With(place, new[] { QueryEdit.OrderBy(key, answer.SpanStart, model) }.Concat(paging).ToArray()) : null;
    }

    private static bool IsOrder(string name) => name.StartsWith("OrderBy", StringComparison.Ordinal);

    // MVC turns away what its annotations refuse, without being asked.
    private static bool IsChecked(IMethodSymbol action)
    {
        for (var type = action.ContainingType; type is not null && Symbols.Derives(type, "ControllerBase"); type = type.BaseType)
            if (type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ApiControllerAttribute")) return true;
        return false;
    }

    private static BlockSyntax? BlockOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.Block,
        _ => null,
    };

    private static ParameterListSyntax? ParametersOf(SyntaxNode function) => function.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();

    private static BlockSyntax Bounded(BlockSyntax block)
    {
        var indent = block.Statements.FirstOrDefault()?.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString() ?? "";
        var lineEnd = LineBreaks.Of(block).ToString();
        return block.WithStatements(block.Statements.InsertRange(0, new[] { "page = Math.Clamp(page, 1, 100_000);", "pageSize = Math.Clamp(pageSize, 1, 100);" }.Select(text => SyntaxFactory.ParseStatement(indent + text + lineEnd))));
    }

    private static ParameterListSyntax WithPage(ParameterListSyntax list, bool isChecked)
    {
        var added = SyntaxFactory.ParseParameterList(isChecked
            ? "([FromQuery, Range(1, 100_000)] int page = 1, [FromQuery, Range(1, 100)] int pageSize = 20)"
            : "(int page = 1, int pageSize = 20)").Parameters;
        // On a line of their own where the last one is.
        var lead = list.Parameters.LastOrDefault()?.GetLeadingTrivia() ?? default;
        var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(lead.Count > 0 ? list.Parameters.GetSeparators().LastOrDefault().TrailingTrivia : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        if (lead.Count > 0 && list.Parameters.Count == 1) separator = separator.WithTrailingTrivia(LineBreaks.Of(list));
        var parameters = list.Parameters.GetWithSeparators();
        foreach (var parameter in added)
        {
            if (parameters.Count > 0) parameters = parameters.Add(separator);
            parameters = parameters.Add(parameter.WithLeadingTrivia(lead));
        }
        return list.WithParameters(SyntaxFactory.SeparatedList<ParameterSyntax>(parameters));
    }
}
