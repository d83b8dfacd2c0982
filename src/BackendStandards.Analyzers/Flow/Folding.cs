using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Operators and a few pure functions over known values. Null means: not folded.</summary>
internal static class Folding
{
    public static object? Binary(BinaryOperatorKind kind, object? a, object? b) => (kind, a, b) switch
    {
        (BinaryOperatorKind.Equals, _, _) => Equals(a, b),
        (BinaryOperatorKind.NotEquals, _, _) => !Equals(a, b),
        (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And, bool p, bool q) => p && q,
        (BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or, bool p, bool q) => p || q,
        (BinaryOperatorKind.ExclusiveOr, bool p, bool q) => p ^ q,
        (BinaryOperatorKind.Add, int x, int y) => unchecked(x + y),
        (BinaryOperatorKind.Subtract, int x, int y) => unchecked(x - y),
        (BinaryOperatorKind.Multiply, int x, int y) => unchecked(x * y),
        (BinaryOperatorKind.Divide, int x, int y) when y is not (0 or -1) => x / y,
        (BinaryOperatorKind.Remainder, int x, int y) when y is not (0 or -1) => x % y,
        (BinaryOperatorKind.LessThan, int x, int y) => x < y,
        (BinaryOperatorKind.LessThanOrEqual, int x, int y) => x <= y,
        (BinaryOperatorKind.GreaterThan, int x, int y) => x > y,
        (BinaryOperatorKind.GreaterThanOrEqual, int x, int y) => x >= y,
        _ => null,
    };

    public static object? Call(IMethodSymbol method, object? receiver, IReadOnlyList<object?> arguments)
    {
        if (method.ContainingType.SpecialType != SpecialType.System_String) return null;
        return (method.Name, receiver, arguments.Count) switch
        {
            ("IsNullOrEmpty", _, 1) => string.IsNullOrEmpty(arguments[0] as string),
            ("IsNullOrWhiteSpace", _, 1) => string.IsNullOrWhiteSpace(arguments[0] as string),
            ("Equals", string text, 1) => text.Equals(arguments[0]),
            ("Trim", string text, 0) => text.Trim(),
            ("ToUpperInvariant", string text, 0) => text.ToUpperInvariant(),
            ("ToLowerInvariant", string text, 0) => text.ToLowerInvariant(),
            ("StartsWith", string text, 1) when arguments[0] is string start => text.StartsWith(start, StringComparison.Ordinal),
            ("EndsWith", string text, 1) when arguments[0] is string end => text.EndsWith(end, StringComparison.Ordinal),
            ("Contains", string text, 1) when arguments[0] is string part => text.Contains(part),
            _ => null,
        };
    }
}
