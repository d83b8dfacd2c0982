using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Validation;

/// <summary>What is asked of an uploaded file: how long it is, of which type it is.</summary>
internal static class UploadTests
{
    private const UploadPart Text = UploadPart.Name | UploadPart.Kind;
    private static readonly HashSet<string> NoTests = new(StringComparer.Ordinal) { "IsNullOrEmpty", "IsNullOrWhiteSpace", "Exists", "ReferenceEquals", "TryAdd", "TryGetContentDisposition" };

    /// <summary>Whether an operation holds a length against something other than nothing.</summary>
    public static bool BoundsLength(IOperation operation, UploadFrame frame)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } test:
                return (Is(test.LeftOperand, frame, UploadPart.Size) && !IsNothing(test.RightOperand)) || (Is(test.RightOperand, frame, UploadPart.Size) && !IsNothing(test.LeftOperand));
            case IIsPatternOperation test when Is(test.Value, frame, UploadPart.Size):
                return Bounds(test.Pattern);
            case IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property: { Name: "Length" } property } } sub when UploadTypes.IsFile(property.ContainingType):
                return Bounds(sub.Pattern);
            case ISwitchExpressionOperation choice when Is(choice.Value, frame, UploadPart.Size):
                return choice.Arms.Any(static arm => Bounds(arm.Pattern));
            // Somebody of another assembly looks at it.
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } argument when !AspNet.InSource(method) && (!Guards.IsCarrier(method) || method.Name is "Min" or "Clamp" or "ThrowIfGreaterThan" or "ThrowIfGreaterThanOrEqual"):
                return Is(argument.Value, frame, UploadPart.Size);
            default:
                return false;
        }
    }

    /// <summary>Whether an operation tells types of files apart, or reads what a file begins with.</summary>
    public static bool ChecksType(IOperation operation, UploadFrame frame)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test:
                return (Is(test.LeftOperand, frame, Text) && !IsEmpty(test.RightOperand)) || (Is(test.RightOperand, frame, Text) && !IsEmpty(test.LeftOperand));
            case IIsPatternOperation test:
                return Is(test.Value, frame, Text) && NamesType(test.Pattern);
            case IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property: { Name: "ContentType" or "FileName" } property } } sub:
                return UploadTypes.IsFile(property.ContainingType) && NamesType(sub.Pattern);
            case ISwitchOperation choice: return Is(choice.Value, frame, Text);
            case ISwitchExpressionOperation choice: return Is(choice.Value, frame, Text);
            // Types[extension]
            case IPropertyReferenceOperation { Property.IsIndexer: true } entry: return entry.Arguments.Any(argument => Is(argument.Value, frame, Text));
            // Types.Any(name.EndsWith)
            case IMethodReferenceOperation { Method.ReturnType.SpecialType: SpecialType.System_Boolean, Instance: { } held }: return Is(held, frame, Text);
            case IInvocationOperation call:
                if (call.TargetMethod.Name is "Read" or "ReadAsync" or "ReadByte" or "ReadExactly" or "ReadExactlyAsync" or "ReadAtLeast" or "ReadAtLeastAsync" or "ReadBytes")
                    return AspNet.ReceiverOf(call) is { } stream && Is(stream, frame, UploadPart.Content);
                return call.Type?.SpecialType == SpecialType.System_Boolean && !NoTests.Contains(call.TargetMethod.Name) && call.TargetMethod.ContainingType?.Name != "ContentDispositionHeaderValue"
                    && ((AspNet.ReceiverOf(call) is { } receiver && Is(receiver, frame, Text)) || call.Arguments.Any(argument => Is(argument.Value, frame, Text)));
            default:
                return false;
        }
    }

    private static bool Is(IOperation value, UploadFrame frame, UploadPart part) => (frame.PartOf(value) & part) != 0;

    // Zero, one: whether there is a file at all.
    private static bool IsNothing(IOperation bound) => Values.Unwrap(bound) is var value && (value.ConstantValue is { HasValue: true, Value: int and <= 1 } or { HasValue: true, Value: long and <= 1 } || bound.ConstantValue is { HasValue: true, Value: long and <= 1 });

    private static bool Bounds(IPatternOperation pattern) => pattern.DescendantsAndSelf().Any(static inner => inner is IRelationalPatternOperation { Value: var bound } && !IsNothing(bound));

    private static bool IsEmpty(IOperation value) => Values.Unwrap(value) is { ConstantValue: { HasValue: true, Value: null or "" } } or IFieldReferenceOperation { Field.Name: "Empty" };

    private static bool NamesType(IPatternOperation pattern) => pattern.DescendantsAndSelf().Any(static inner => inner is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: string { Length: > 0 } } });
}
