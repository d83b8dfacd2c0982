using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Logging;

/// <summary>Tells texts that are put together from values at run time from those that are the same at every call.</summary>
internal static class ComposedText
{
    /// <summary>Whether values are joined into a text by interpolation, concatenation or formatting.</summary>
    public static bool Is(IOperation text)
    {
        text = Plain(text);
        return !text.ConstantValue.HasValue && text switch
        {
            IInterpolatedStringOperation interpolated => interpolated.Parts.Any(part => part is IInterpolationOperation hole && !IsFixed(hole.Expression)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Operands(sum).Any(operand => !IsFixed(operand)),
            // A format that is looked up is a resource: its placeholders are translated with it.
            IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } call =>
                call.Arguments.Any(argument => argument is { Parameter.Name: "format", Value.ConstantValue: { HasValue: true, Value: string } })
                && call.Arguments.Where(argument => argument.Parameter?.Name is not ("format" or "provider")).SelectMany(LoggedParts.Elements).Any(element => !IsFixed(element)),
            IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String } } call => call.Arguments.SelectMany(LoggedParts.Elements).Any(element => !IsFixed(element)),
            _ => false,
        };
    }

    /// <summary>The constant texts that are part of a composed text, one behind the other.</summary>
    public static IEnumerable<string> Constants(IOperation text) => Plain(text) switch
    {
        { ConstantValue: { HasValue: true, Value: string constant } } => [constant],
        IInterpolatedStringOperation interpolated => interpolated.Parts.OfType<IInterpolatedStringTextOperation>().Select(part => part.Text.ConstantValue.Value as string ?? ""),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Operands(sum).SelectMany(Constants),
        _ => [],
    };

    // Iterative to the left: a concatenation nests as deep as it is long.
    private static IEnumerable<IOperation> Operands(IBinaryOperation sum)
    {
        var operands = new List<IOperation>();
        var left = (IOperation)sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } add)
        {
            operands.Add(add.RightOperand);
            left = Plain(add.LeftOperand);
        }
        operands.Add(left);
        operands.Reverse();
        return operands;
    }

    private static bool IsFixed(IOperation value)
    {
        value = Plain(value);
        return value.ConstantValue.HasValue || value switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } } => true,
            IPropertyReferenceOperation { Property: { Name: "NewLine", ContainingType.Name: nameof(Environment) } } => true,
            IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: var type } } => type.GetMembers("ResourceManager").Any(member => member is IPropertySymbol { IsStatic: true }),
            IPropertyReferenceOperation { Type.Name: "LocalizedString" } => true,
            IConditionalOperation { WhenFalse: { } other } either => IsFixed(either.WhenTrue) && IsFixed(other),
            ICoalesceOperation either => IsFixed(either.Value) && IsFixed(either.WhenNull),
            ITypeOfOperation or INameOfOperation => true,
            IInterpolatedStringOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String } => !Is(value),
            _ => false,
        };
    }

    private static IOperation Plain(IOperation operation)
    {
        while (true)
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation inner: operation = inner.Operand; break;
                default: return operation;
            }
    }
}
