using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>How large a number can get: what bounds it from above, and what hands it on. All of it is asked by <see cref="FlowQuestion.Size"/> alone.</summary>
internal sealed partial class Engine
{
    // What makes one number of another, or of a text. All else that gives a number counts what is there.
    private static readonly HashSet<string> NumberMakers = new(StringComparer.Ordinal)
    {
        "Parse", "TryParse", "ToInt16", "ToInt32", "ToInt64", "ToUInt16", "ToUInt32", "ToUInt64", "ToDecimal", "ToDouble", "ChangeType", "Value", "GetValueOrDefault",
        "Max", "Min", "Clamp", "Abs", "Round", "Ceiling", "Floor", "Truncate", "GetInt32", "GetInt64",
    };

    /// <summary>Whether a number of this type may be large, and that matters.</summary>
    private bool IsCount(ITypeSymbol? type) => flow.Question == FlowQuestion.Size && type is not null && Symbols.WithoutNullable(type).SpecialType is >= SpecialType.System_Int16 and <= SpecialType.System_Double;

    /// <summary>Whether who chose a value of this type, or a sequence of such values, does not matter to the question.</summary>
    private bool IsHarmless(ITypeSymbol? type) => HarmlessTypes.Contain(type) && !IsCount(type);

    private bool IsHarmlessScalar(ITypeSymbol? type) => HarmlessTypes.IsScalar(type) && !IsCount(type);

    /// <summary>What a framework fills; a pattern that the whole value has to match, and that lets letters and digits through alone, is a check.</summary>
    private Value Entering(IParameterSymbol parameter, ImmutableArray<object> steps, IOperation asked)
    {
        var entry = steps.OfType<ISymbol>().LastOrDefault() ?? parameter;
        return flow.Question == FlowQuestion.Text && entry.GetAttributes().Any(IsWordPattern) ? Value.Of(Origin.Harmless) : Value.Entering(entry, asked);
    }

    private static bool IsWordPattern(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "RegularExpressionAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value is string pattern && WordPattern.Allows("^(" + pattern.TrimStart('^').TrimEnd('$') + ")$"),
        "AllowedValuesAttribute" => true,
        _ => false,
    };

    /// <summary>A number that a library gives: bounded, or of a kind that is not followed; null where it is what was given.</summary>
    private Value? Counted(ISymbol member, ImmutableArray<IArgumentOperation> arguments, Point at, Frame? frame)
    {
        if (!flow.Libraries.RowsOf(member).IsEmpty && flow.Libraries.IsSourceOrHarmless(member)) return null;
        if (!NumberMakers.Contains(member.Name)) return Value.Of(Origin.Harmless);
        return member.Name switch
        {
            "Min" => arguments.Length != 2 || arguments.Any(argument => IsOurs(argument.Value, at, frame)) ? Value.Of(Origin.Harmless) : null,
            "Clamp" => arguments.Length != 3 || IsOurs(arguments.First(argument => argument.Parameter?.Ordinal == 2).Value, at, frame) ? Value.Of(Origin.Harmless) : null,
            _ => null,
        };
    }

    private bool IsOurs(IOperation limit, Point at, Frame? frame) => (Eval(limit, at, frame).Origins & (Origin.Request | Origin.Budget)) == 0;

    /// <summary>Whether a comparison with this outcome holds the place below something that the request did not choose.</summary>
    private bool IsBounded(IBinaryOperation comparison, bool holds, AccessPath path, Point at, Frame? frame)
    {
        var leftIsLess = (comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual) == holds;
        var (less, more) = leftIsLess ? (comparison.LeftOperand, comparison.RightOperand) : (comparison.RightOperand, comparison.LeftOperand);
        return IsAt(Counted(less), path, at, frame) && IsOurs(more, at, frame);
    }

    /// <summary><c>size.Value &gt; 100</c> speaks of <c>size</c>.</summary>
    private IOperation Counted(IOperation operation) => flow.Question != FlowQuestion.Size ? operation : Plain(operation) switch
    {
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } => instance,
        IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } => instance,
        _ => operation,
    };

    /// <summary>Whether a pattern, matched or not, holds a number below a constant.</summary>
    private static bool Bounds(IPatternOperation pattern, bool holds) => pattern switch
    {
        IConstantPatternOperation => holds,
        IRelationalPatternOperation relation => (relation.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual) == holds,
        INegatedPatternOperation not => Bounds(not.Pattern, !holds),
        IBinaryPatternOperation both => (both.OperatorKind == BinaryOperatorKind.And) == holds
            ? Bounds(both.LeftPattern, holds) || Bounds(both.RightPattern, holds)
            : Bounds(both.LeftPattern, holds) && Bounds(both.RightPattern, holds),
        _ => false,
    };

    /// <summary>Whether a library's check ends only where the argument suits the question: <c>ThrowIfGreaterThan(size, 100)</c>.</summary>
    private bool Refuses(IInvocationOperation call, IParameterSymbol parameter) => flow.Question switch
    {
        FlowQuestion.Size => parameter.Ordinal <= 1 && (call.TargetMethod.Name.StartsWith("ThrowIfGreaterThan", StringComparison.Ordinal) || call.TargetMethod.Name.Contains("OutOfRange")),
        FlowQuestion.Absence => RefusesAbsence(call.TargetMethod),
        _ => false,
    };
}
