using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Code;

/// <summary>Attributes and types as reflection would see them at run time.</summary>
internal static class Symbols
{
    /// <summary>Whether a type is, or implements, an interface of the framework.</summary>
    public static bool Implements(ITypeSymbol? type, string name) =>
        type is not null && (Named(type, name) || type.AllInterfaces.Any(one => Named(one, name)));

    /// <summary>Whether a type is, or derives from, a class of the framework.</summary>
    public static bool Derives(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
            if (Named(type, name))
                return true;
        return false;
    }

    /// <summary>Whether a type is another or derives from it, type arguments aside.</summary>
    public static bool IsOrDerives(ITypeSymbol? type, INamedTypeSymbol ancestor)
    {
        for (; type is not null; type = type.BaseType)
            if (AspNet.Same(type.OriginalDefinition, ancestor.OriginalDefinition))
                return true;
        return false;
    }

    /// <summary>The attributes of a type or method with those it inherits, as <c>GetCustomAttributes(inherit: true)</c> gives them.</summary>
    public static IEnumerable<AttributeData> InheritedAttributes(ISymbol symbol)
    {
        for (var at = symbol; at is not null; at = Base(at))
            foreach (var attribute in at.GetAttributes())
                if (ReferenceEquals(at, symbol) || IsInherited(attribute.AttributeClass))
                    yield return attribute;
    }

    /// <summary>The attributes of a parameter with those of the same parameter of overridden methods.</summary>
    public static IEnumerable<AttributeData> InheritedAttributes(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes()) yield return attribute;
        if (parameter.ContainingSymbol is not IMethodSymbol method) yield break;
        for (var over = method.OverriddenMethod; over is not null; over = over.OverriddenMethod)
            foreach (var attribute in over.Parameters[parameter.Ordinal].GetAttributes())
                yield return attribute;
    }

    /// <summary>The base class of a type, or the method that a method overrides.</summary>
    public static ISymbol? Base(ISymbol symbol) => symbol is IMethodSymbol method ? method.OverriddenMethod : (symbol as INamedTypeSymbol)?.BaseType;

    /// <summary>The type inside <c>Nullable&lt;T&gt;</c>, or the type itself.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool Named(ITypeSymbol type, string name) => type.Name == name && AspNet.IsKnown(type);

    private static bool IsInherited(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            foreach (var usage in type.GetAttributes())
                if (usage.AttributeClass is { Name: nameof(AttributeUsageAttribute) })
                    return !usage.NamedArguments.Any(argument => argument is { Key: "Inherited", Value.Value: false });
        return true;
    }
}
