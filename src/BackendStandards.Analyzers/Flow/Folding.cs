using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Operators and a few pure functions over known values. Null means: not folded.</summary>
internal static class Folding
{
    /// <summary>Longer inputs are not matched: a pattern may take its time.</summary>
    private const int MaxMatched = 200;

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(20);

    public static object? Unary(UnaryOperatorKind kind, object? operand) => (kind, operand) switch
    {
        (UnaryOperatorKind.Not, bool truth) => !truth,
        (UnaryOperatorKind.Minus, int number) => unchecked(-number),
        (UnaryOperatorKind.Plus, int number) => number,
        _ => null,
    };

    public static object? Binary(BinaryOperatorKind kind, object? a, object? b) => (kind, Widened(a), Widened(b)) switch
    {
        (BinaryOperatorKind.Equals, var x, var y) => Equals(x, y),
        (BinaryOperatorKind.NotEquals, var x, var y) => !Equals(x, y),
        (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And, bool p, bool q) => p && q,
        (BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or, bool p, bool q) => p || q,
        (BinaryOperatorKind.ExclusiveOr, bool p, bool q) => p ^ q,
        (BinaryOperatorKind.Add, int x, int y) => unchecked(x + y),
        (BinaryOperatorKind.Subtract, int x, int y) => unchecked(x - y),
        (BinaryOperatorKind.Multiply, int x, int y) => unchecked(x * y),
        (BinaryOperatorKind.Divide, int x, int y) when y is not (0 or -1) => x / y,
        (BinaryOperatorKind.Remainder, int x, int y) when y is not (0 or -1) => x % y,
        (BinaryOperatorKind.And, int x, int y) => x & y,
        (BinaryOperatorKind.Or, int x, int y) => x | y,
        (BinaryOperatorKind.LessThan, int x, int y) => x < y,
        (BinaryOperatorKind.LessThanOrEqual, int x, int y) => x <= y,
        (BinaryOperatorKind.GreaterThan, int x, int y) => x > y,
        (BinaryOperatorKind.GreaterThanOrEqual, int x, int y) => x >= y,
        _ => null,
    };

    /// <summary>A pure function of the framework: of texts, patterns and numbers.</summary>
    public static object? Call(IMethodSymbol method, object? receiver, IReadOnlyList<object?> arguments) => method.ContainingType switch
    {
        { SpecialType: SpecialType.System_String } => OfText(method.Name, receiver as string, arguments),
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Int32 } => OfScalar(method.Name, receiver),
        { Name: "Math", ContainingNamespace.Name: "System" } => OfMath(method.Name, arguments),
        { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" } when method is { Name: "IsMatch", IsStatic: true } => IsMatch(arguments),
        _ => null,
    };

    /// <summary>A property or an element of a text.</summary>
    public static object? Property(string text, string name, object? index) => (name, index) switch
    {
        ("Length", null) => text.Length,
        ("Chars" or "this[]", int at) when at >= 0 && at < text.Length => text[at],
        _ => null,
    };

    /// <summary>Whether a call could be folded, by what declares it.</summary>
    public static bool Knows(IMethodSymbol method) => method.ContainingType is { SpecialType: SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Int32 }
        or { Name: "Math", ContainingNamespace.Name: "System" } || method is { Name: "IsMatch", ContainingType: { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" } };

    private static object? OfText(string name, string? text, IReadOnlyList<object?> arguments) => (name, text, arguments.Count) switch
    {
        ("IsNullOrEmpty", _, 1) => string.IsNullOrEmpty(arguments[0] as string),
        ("IsNullOrWhiteSpace", _, 1) => string.IsNullOrWhiteSpace(arguments[0] as string),
        ("Equals", null, 2) => Equals(arguments[0], arguments[1]),
        ("Equals", not null, 1) => text!.Equals(arguments[0]),
        ("Trim", not null, 0) => text!.Trim(),
        ("ToUpper" or "ToUpperInvariant", not null, 0) => text!.ToUpperInvariant(),
        ("ToLower" or "ToLowerInvariant", not null, 0) => text!.ToLowerInvariant(),
        ("StartsWith", not null, 1) when arguments[0] is string start => text!.StartsWith(start, StringComparison.Ordinal),
        ("EndsWith", not null, 1) when arguments[0] is string end => text!.EndsWith(end, StringComparison.Ordinal),
        ("Contains", not null, 1) when arguments[0] is string part => text!.Contains(part),
        ("IndexOf", not null, 1) when arguments[0] is string part => text!.IndexOf(part, StringComparison.Ordinal),
        ("Substring", not null, 1) when arguments[0] is int start && start >= 0 && start <= text!.Length => text.Substring(start),
        ("Substring", not null, 2) when arguments[0] is int start && arguments[1] is int length && start >= 0 && length >= 0 && start + length <= text!.Length => text.Substring(start, length),
        ("Replace", not null, 2) when arguments[0] is string { Length: > 0 } old && arguments[1] is string or null => text!.Replace(old, arguments[1] as string),
        ("ToString", not null, 0) => text,
        ("Concat", null, 2 or 3) when arguments.All(argument => argument is string or null) => string.Concat(arguments),
        _ => null,
    };

    private static object? OfScalar(string name, object? receiver) => (name, receiver) switch
    {
        ("ToString", int number) => number.ToString(CultureInfo.InvariantCulture),
        ("ToString", bool truth) => truth ? bool.TrueString : bool.FalseString,
        _ => null,
    };

    private static object? OfMath(string name, IReadOnlyList<object?> arguments) => (name, arguments.Count) switch
    {
        ("Abs", 1) when arguments[0] is int x and > int.MinValue => Math.Abs(x),
        ("Max", 2) when arguments[0] is int x && arguments[1] is int y => Math.Max(x, y),
        ("Min", 2) when arguments[0] is int x && arguments[1] is int y => Math.Min(x, y),
        _ => null,
    };

    private static object? IsMatch(IReadOnlyList<object?> arguments)
    {
        if (arguments.Count < 2 || arguments[0] is not string { Length: < MaxMatched } input || arguments[1] is not string { Length: < MaxMatched } pattern) return null;
        var options = arguments.Count > 2 && arguments[2] is int given ? (RegexOptions)given & ~RegexOptions.Compiled : RegexOptions.None;
        try
        {
            return Regex.IsMatch(input, pattern, options | RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (Exception fault) when (fault is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    // A char, byte or short takes part in arithmetic and comparisons as an int.
    private static object? Widened(object? value) => value switch
    {
        char c => (int)c,
        byte n => (int)n,
        sbyte n => (int)n,
        short n => (int)n,
        ushort n => (int)n,
        _ => value,
    };
}
