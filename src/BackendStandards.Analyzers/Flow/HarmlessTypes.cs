using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Types whose values, turned into text, hold digits, letters and fixed marks only: no quote, no space that ends a token, no statement.</summary>
internal static class HarmlessTypes
{
    /// <summary>Whether the text of a value of this type, or of a sequence of such values, is harmless. <c>IntPtr</c> is not: it can point to text.</summary>
    public static bool Contain(ITypeSymbol? type)
    {
        switch (type)
        {
            case null: return false;
            case IArrayTypeSymbol array: return Contain(array.ElementType);
            case { TypeKind: TypeKind.Enum }: return true;
        }
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
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return Contain(named.TypeArguments[0]);
        if (named is { Name: "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Int128" or "UInt128" or "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            return true;
        // It travels through every call and holds no text.
        if (named is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } }) return true;
        return ElementOf(named) is { } element && Contain(element);
    }

    private static ITypeSymbol? ElementOf(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) return type.TypeArguments[0];
        foreach (var contract in type.AllInterfaces)
            if (contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) return contract.TypeArguments[0];
        return null;
    }
}
