using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>Lists of values that a text holds as <c>IN ({string.Join(",", ids)})</c> or <c>IN ('{string.Join("','", names)}')</c>.</summary>
internal static class SqlList
{
    private static readonly Regex In = new(@"(?<not>\bNOT\s+)?\bIN\s*\(\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether an expression is a call of <c>string.Join</c>, by its spelling.</summary>
    public static bool IsJoin(ExpressionSyntax expression) => expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" }, ArgumentList.Arguments.Count: 2 };

    /// <summary>The text before a list, up to <c>IN</c>, and whether the list is negated; null where the text does not end so.</summary>
    public static (string Before, bool IsNegated)? Opening(string text) =>
        In.Match(text) is { Success: true } match ? (text.Substring(0, match.Index), match.Groups["not"].Success) : null;

    /// <summary>The collection whose elements are joined: numbers, or texts that each stand in quotes.</summary>
    /// <param name="join">The call of <c>string.Join</c>.</param>
    /// <param name="isQuoted">Whether quotes stand around the whole list, so that the separator must hold the inner ones.</param>
    /// <param name="model">The model of the tree.</param>
    /// <param name="cancellation">Cancels the question.</param>
    public static ExpressionSyntax? CollectionOf(ExpressionSyntax join, bool isQuoted, SemanticModel model, CancellationToken cancellation)
    {
        if (!IsJoin(join) || join is not InvocationExpressionSyntax call || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String }) return null;
        var separator = (model.GetConstantValue(call.ArgumentList.Arguments[0].Expression, cancellation).Value?.ToString() ?? "").Replace(" ", "");
        var items = call.ArgumentList.Arguments[1].Expression;
        var type = model.GetTypeInfo(items, cancellation).Type;
        if (isQuoted) return separator == "','" && HoldsNoNull(type) ? items : null;
        if (separator != ",") return null;
        if (IsSequence(type) && HarmlessTypes.Contain(type)) return items;
        return items is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select", Expression: { } source }, ArgumentList.Arguments: { Count: 1 } arguments }
            && arguments[0].Expression is SimpleLambdaExpressionSyntax { ExpressionBody: { } body } lambda && Quotes(body, lambda.Parameter.Identifier.ValueText)
            && HoldsNoNull(model.GetTypeInfo(source, cancellation).Type) ? source : null;
    }

    /// <summary>Whether a lambda puts its parameter between quotes and does nothing else.</summary>
    private static bool Quotes(ExpressionSyntax body, string parameter) => body switch
    {
        InterpolatedStringExpressionSyntax { Contents: { Count: 3 } contents } => contents[0].ToString() == "'" && contents[2].ToString() == "'" && contents[1].ToString() == $"{{{parameter}}}",
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: BinaryExpressionSyntax { Left: LiteralExpressionSyntax left, Right: IdentifierNameSyntax middle }, Right: LiteralExpressionSyntax right } =>
            left.Token.ValueText == "'" && right.Token.ValueText == "'" && middle.Identifier.ValueText == parameter,
        _ => false,
    };

    /// <summary>Null joins as an empty text, but is compared as null: a list that may hold it would mean something else.</summary>
    private static bool HoldsNoNull(ITypeSymbol? type) => ElementOf(type) is { NullableAnnotation: NullableAnnotation.NotAnnotated };

    private static bool IsSequence(ITypeSymbol? type) => ElementOf(type) is not null;

    private static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array) return array.ElementType;
        if (type is not INamedTypeSymbol named || named.SpecialType == SpecialType.System_String) return null;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) return named.TypeArguments[0];
        return named.AllInterfaces.FirstOrDefault(contract => contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }
}
