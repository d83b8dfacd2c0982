using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Types whose values, turned into text, hold digits, letters and fixed marks only: no quote, no space that ends a token, no statement.</summary>
internal static class HarmlessTypes
{
    private const int MaxNesting = 3;

    /// <summary>
    /// Whether the text of a value of this type, or of a sequence of such values, is harmless. <c>IntPtr</c> is not: it can point to text.
    /// Neither are sequences of bytes: a decoder makes text of them.
    /// </summary>
    public static bool Contain(ITypeSymbol? type)
    {
        // A tree of nodes is a sequence of its own kind, without end.
        for (var depth = 0; depth < MaxNesting; depth++)
        {
            if (IsScalar(type)) return depth == 0 || type!.SpecialType is not (SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16);
            if (ElementOf(type) is not { } element) return false;
            type = element;
        }
        return false;
    }

    /// <summary>Whether the text of one value of this type is harmless.</summary>
    public static bool IsScalar(ITypeSymbol? type)
    {
        if (type is null) return false;
        if (type.TypeKind == TypeKind.Enum) return true;
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Decimal
                or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_DateTime or SpecialType.System_Void:
                return true;
            case SpecialType.System_String or SpecialType.System_Object:
                return false;
        }
        if (type is not INamedTypeSymbol named) return false;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return IsScalar(named.TypeArguments[0]);
        // A token to cancel travels through every call and holds no text.
        if (named is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } }) return true;
        return named is { Name: "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Int128" or "UInt128" or "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array) return array.ElementType;
        if (type is not INamedTypeSymbol { SpecialType: not SpecialType.System_String } named) return null;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) return named.TypeArguments[0];
        foreach (var contract in named.AllInterfaces)
            if (contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) return contract.TypeArguments[0];
        return null;
    }
}
