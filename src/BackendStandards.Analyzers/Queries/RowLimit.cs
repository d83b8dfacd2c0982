using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Queries;

/// <summary>Whether a query cannot give more rows than somebody asked for by name or number.</summary>
internal static class RowLimit
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // A number, a page, one key or a list of keys; groups and sums are as few as what they stand for.
    private static readonly Regex InText = new(@"\b(?:LIMIT|OFFSET|FETCH\s+(?:NEXT|FIRST)|TOP|GROUP\s+BY|DISTINCT|ROWNUM|INTO)\b|\bIN\s*[@:$(]|(?:\bid|email|username|slug|sku|code|key|number|guid|uuid|isbn|token)\b\W{0,2}\s*=\s*[@:$?]|\b(?:COUNT|SUM|MIN|MAX)\s*\(", Options);
    private static readonly Regex Children = new(@"\w*_?id\b\W{0,2}\s*=\s*[@:$?]", Options);
    private static readonly Regex Select = new(@"^\s*(?:SELECT|WITH)\b", Options);

    // What tells things apart, though it is no key.
    private static readonly string[] Unique = ["Email", "UserName", "Username", "Slug", "Sku", "Code", "Key", "Number", "Guid", "Uuid", "Isbn", "Token"];

    private static readonly HashSet<string> Limits = new(StringComparer.Ordinal)
    {
        "Take", "TakeWhile", "TakeLast", "First", "FirstAsync", "FirstOrDefault", "FirstOrDefaultAsync", "Single", "SingleAsync", "SingleOrDefault", "SingleOrDefaultAsync", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault",
        "Limit", "Skip", "GroupBy", "Distinct", "DistinctBy", "Aggregate", "Chunk", "MaxBy", "MinBy",
    };

    /// <summary>Whether the rows are bounded. Where <paramref name="isNested"/> says that they are asked for below one thing, those of that one thing are.</summary>
    public static bool Bounds(RowSource rows, bool isNested, CodeBase code, CancellationToken cancellation) =>
        rows.Has(Limits.Contains) || rows.Steps.Concat(rows.Origins.OfType<IInvocationOperation>()).Any(step => IsLimitedByText(step, isNested, new(code, cancellation)) || ChoosesByKey(step, isNested));

    private static bool IsLimitedByText(IInvocationOperation step, bool isNested, Values values)
    {
        if (!QueryNames.IsDapperQuery(step.TargetMethod) && !QueryNames.IsOperatorOfSql(step.TargetMethod)) return false;
        return AspNet.Argument(step, "sql") is not { } sql || values.Text(sql, Context.Empty) is not { } text || text.Contains(Values.Hole) || !Select.IsMatch(text) || InText.IsMatch(text) || (isNested && Children.IsMatch(text));
    }

    // .Where(row => row.Id == id), .Where(row => ids.Contains(row.Id)); below one thing .Where(row => row.OrderId == id).
    private static bool ChoosesByKey(IInvocationOperation step, bool isNested) => step.TargetMethod.Name is "Where" or "Find"
        && step.Descendants().OfType<IAnonymousFunctionOperation>().FirstOrDefault() is { } filter && filter.Body.Descendants().Any(part => part switch
        {
            IInvocationOperation { TargetMethod.Name: "Contains" } contains => contains.Instance is not { Type.SpecialType: SpecialType.System_String },
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } test => IsKey(test.LeftOperand, filter, isNested) || IsKey(test.RightOperand, filter, isNested),
            IInvocationOperation { TargetMethod: { Name: "Equals" } } equals => IsKey(equals.Instance, filter, isNested),
            _ => false,
        });

    private static bool IsKey(IOperation? side, IAnonymousFunctionOperation filter, bool isNested) =>
        side is not null && Values.Unwrap(side) is IPropertyReferenceOperation { Property.Name: var name, Instance: { } row } && (isNested || ((name == "Id" || Unique.Any(word => name.EndsWith(word, StringComparison.Ordinal))) && Values.Unwrap(row) is IParameterReferenceOperation))
        && row.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner } && AspNet.Same(owner, filter.Symbol));
}
