using BackendStandards.Analyzers.Rules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>What a handler calls the page, its size and the number of all items; the total is null where it has none.</summary>
internal sealed record PageNames(string Page, string Size, string? Total)
{
    private static readonly string[] Totals = ["total", "totalCount", "totalItems", "totalRecords", "totalRows", "count", "itemCount"];

    /// <summary>The names where a list is answered; null where one of the first two is not certain.</summary>
    public static PageNames? At(AnsweredList list, SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (Single(list.Place, function, model, cancellation, PageInputs.IsPage) is not { } page || Single(list.Place, function, model, cancellation, PageInputs.IsSize) is not { } size) return null;
        if (PageOf(page, function) is not { } number) return null;
        return new(number, size, TotalOf(list, function, model, cancellation));
    }

    // A page that is multiplied as it is counts from 0; the first one of the format is 1. Where that is not seen, an index may be either.
    private static string? PageOf(string page, SyntaxNode function)
    {
        var offsets = function.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(static product => product.IsKind(SyntaxKind.MultiplyExpression)).SelectMany(static product => new[] { product.Left, product.Right });
        if (offsets.Any(factor => factor.ToString() == page)) return page + " + 1";
        return page.EndsWith("ndex", StringComparison.Ordinal) && !function.DescendantNodes().OfType<BinaryExpressionSyntax>().Any(less => less.IsKind(SyntaxKind.SubtractExpression) && less.ToString() == page + " - 1") ? null : page;
    }

    private static string? Single(SyntaxNode place, SyntaxNode function, SemanticModel model, CancellationToken cancellation, Func<string, bool> isNamed)
    {
        var found = InScope(place, function, model, cancellation).ToList();
        var direct = found.Where(symbol => isNamed(symbol.Name) && IsInt(TypeOf(symbol))).Select(symbol => symbol.Name).ToList();
        if (direct.Count > 0) return direct.Count == 1 ? direct[0] : null;
        var held = found.OfType<IParameterSymbol>().SelectMany(parameter => Properties(parameter.Type).Where(property => isNamed(property.Name) && IsInt(property.Type)).Select(property => $"{parameter.Name}.{property.Name}")).ToList();
        return held.Count == 1 ? held[0] : null;
    }

    private static string? TotalOf(AnsweredList list, SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        // The page that the list comes out of knows it best.
        if (list.Data is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax holder } && model.GetTypeInfo(holder, cancellation).Type is { } type && TotalIn(type) is { } held) return $"{holder}.{held}";
        if (list.Data is IdentifierNameSyntax own && TotalIn(list.DataType) is { } counted) return $"{own}.{counted}";
        var found = InScope(list.Place, function, model, cancellation).Where(symbol => Array.IndexOf(Totals, symbol.Name) >= 0 && TypeOf(symbol) is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }).ToList();
        return found.Count == 1 ? found[0].Name : null;
    }

    // Count of a list is what this page has.
    private static string? TotalIn(ITypeSymbol type) =>
        Properties(type).FirstOrDefault(static property => property.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && property.Name is "Total" or "TotalCount" or "TotalItems" or "TotalRecords" or "TotalItemCount" or "TotalRows")?.Name;

    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol type) => PageInputs.PropertiesOf(type).Where(static property => property.GetMethod is not null);

    // What is declared behind the place is in scope for the model, and not assigned.
    private static IEnumerable<ISymbol> InScope(SyntaxNode place, SyntaxNode function, SemanticModel model, CancellationToken cancellation) =>
        model.LookupSymbols(place.SpanStart).Where(symbol => symbol is IParameterSymbol or ILocalSymbol && symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } declared
            && declared.SyntaxTree == place.SyntaxTree && function.FullSpan.Contains(declared.Span) && declared.GetSyntax(cancellation).SpanStart < place.SpanStart);

    private static ITypeSymbol? TypeOf(ISymbol symbol) => (symbol as IParameterSymbol)?.Type ?? (symbol as ILocalSymbol)?.Type;

    private static bool IsInt(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Int32;
}
