using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Which arrays hold what they were made with: written out, or all zero, and never filled.</summary>
internal static class ConstantArrays
{
    // What writes into an array that it is given.
    private static readonly ImmutableHashSet<string> Filling = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Fill", "GetBytes", "GetNonZeroBytes", "NextBytes", "Copy", "BlockCopy", "CopyTo", "Clear", "Reverse", "Read", "ReadAsync", "ReadExactly", "ReadExactlyAsync", "ReadAtLeast", "TryFromBase64String", "WriteBytes", "SetValue");

    // What the array of zeros may be given to and still be one: the libraries' own takers of keys.
    private const string Cryptography = "Cryptography";

    /// <summary>Whether elements are all constants, and at least one.</summary>
    public static bool Are(IEnumerable<IOperation> elements)
    {
        var any = false;
        foreach (var element in elements)
        {
            if (!element.ConstantValue.HasValue && element is not IConversionOperation { Operand.ConstantValue.HasValue: true }) return false;
            any = true;
        }
        return any;
    }

    /// <summary>Whether an array of bytes, made without content, goes straight to where it is used, or is only ever given to cryptography that reads it.</summary>
    public static bool IsBlank(IArrayCreationOperation array) =>
        array.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } && array.DimensionSizes.Length == 1 && array.DimensionSizes[0].ConstantValue is { HasValue: true, Value: int and > 0 }
        && !IsFilled(array);

    public static bool IsArray(ITypeSymbol? type) => type is IArrayTypeSymbol || type?.Name is "Span" or "Memory";

    /// <summary>Whether a use of a variable leaves it and its elements alone.</summary>
    public static bool IsRead(IOperation use)
    {
        if (use is IVariableDeclaratorOperation) return true;
        var value = Whole(use);
        return value.Parent switch
        {
            IIncrementOrDecrementOperation or IAddressOfOperation => false,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => false,
            IArgumentOperation { Parent: IInvocationOperation call } => !Filling.Contains(call.TargetMethod.Name) || Decoders.Include(call.TargetMethod),
            IInvocationOperation call => !Filling.Contains(call.TargetMethod.Name) || Decoders.Include(call.TargetMethod),
            IArrayElementReferenceOperation element => !(element.Parent is IAssignmentOperation assignment && assignment.Target == element) && element.Parent is not IIncrementOrDecrementOperation,
            _ => true,
        };
    }

    private static IOperation Whole(IOperation use)
    {
        var value = use;
        while (value.Parent is IConversionOperation or IParenthesizedOperation || value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory" } })
            value = value.Parent is IArgumentOperation argument ? argument.Parent! : value.Parent!;
        return value;
    }

    // An array without content is there to be filled, unless every use of it is one that only reads.
    private static bool IsFilled(IArrayCreationOperation array)
    {
        var value = Whole(array);
        ISymbol? holder = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IFieldInitializerOperation { InitializedFields: { Length: 1 } fields } => fields[0],
            IAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
            IAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Property.ContainingNamespace?.Name == Cryptography ? null : property.Property,
            _ => null,
        };
        return holder switch
        {
            null => value.Parent is not (IArgumentOperation or IAssignmentOperation or ICoalesceOperation or IConditionalOperation),
            ILocalSymbol local => !Root(array).Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).All(IsOnlyRead),
            // A field: who follows it sees its uses.
            _ => holder is not IFieldSymbol,
        };
    }

    /// <summary>Whether a use of an array of zeros leaves it one, for sure: reads its length, or hands it to cryptography.</summary>
    public static bool IsOnlyRead(IOperation use) => Whole(use).Parent switch
    {
        IAssignmentOperation assignment => assignment.Target is IPropertyReferenceOperation { Property.ContainingNamespace.Name: Cryptography } || (assignment.Target == Whole(use) && use is ILocalReferenceOperation),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => IsTaker(method),
        IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } => IsTaker(constructor),
        IPropertyReferenceOperation { Property.Name: "Length" } => true,
        _ => false,
    };

    private static bool IsTaker(IMethodSymbol method) => method.ContainingNamespace?.Name == Cryptography && !Filling.Contains(method.Name);

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }
}
