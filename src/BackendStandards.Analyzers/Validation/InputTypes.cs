using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Validation;

/// <summary>Reads the shape of a request model from its symbols.</summary>
internal static class InputTypes
{
    private const int MaxDepth = 5;
    private static readonly HashSet<string> NotFilled = new(StringComparer.Ordinal) { "JsonIgnoreAttribute", "BindNeverAttribute", "FromServicesAttribute", "FromRouteAttribute" };

    /// <summary>The model behind a parameter's type, out of a collection if it is in one; null where it is not declared here.</summary>
    public static INamedTypeSymbol? ModelOf(ITypeSymbol type)
    {
        type = Symbols.WithoutNullable(type);
        return (ElementOf(type) ?? type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } model && AspNet.InSource(model) ? model : null;
    }

    /// <summary>The model with the models in its members, each once, itself first.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Closure(INamedTypeSymbol model)
    {
        var found = new List<INamedTypeSymbol>();
        Add(model, 0);
        return found;

        void Add(INamedTypeSymbol type, int depth)
        {
            if (depth > MaxDepth || found.Contains(type, SymbolEqualityComparer.Default)) return;
            found.Add(type);
            foreach (var member in MembersOf(type))
                if (ModelOf(member.Property.Type) is { } nested)
                    Add(nested, depth + 1);
        }
    }

    /// <summary>The members that a caller fills, those of base classes included.</summary>
    public static IEnumerable<InputMember> MembersOf(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = type; at is not null && at.SpecialType == SpecialType.None; at = at.BaseType)
            foreach (var property in at.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is not { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } || !seen.Add(property.Name)) continue;
                var parameter = ParameterBehind(property, at);
                if (property.SetMethod is not { DeclaredAccessibility: Accessibility.Public } && parameter is null) continue;
                if (property.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: var name } && NotFilled.Contains(name))) continue;
                yield return new(property, parameter, KindOf(property.Type, property.Name));
            }
    }

    /// <summary>What is in a collection; null for a type that is none.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) return array.ElementType;
        if (type is not INamedTypeSymbol named || type.SpecialType == SpecialType.System_String || AspNet.InSource(type)) return null;
        foreach (var candidate in named.AllInterfaces.Prepend(named))
            if (candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                return candidate.TypeArguments[0];
        return null;
    }

    private static IParameterSymbol? ParameterBehind(IPropertySymbol property, INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
            if (constructor.DeclaredAccessibility == Accessibility.Public)
                foreach (var parameter in constructor.Parameters)
                    if (parameter.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase) && AspNet.Same(parameter.Type, property.Type))
                        return parameter;
        return null;
    }

    /// <summary>What a value of a type holds, by its name too.</summary>
    public static InputKind KindOf(ITypeSymbol type, string name)
    {
        type = Symbols.WithoutNullable(type);
        if (type.SpecialType == SpecialType.System_String) return InputKind.Text;
        if (type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double)
            return IsIdentifier(name) ? InputKind.None : InputKind.Number;
        if (type.SpecialType == SpecialType.System_DateTime || (type.Name is "DateTimeOffset" or "DateOnly" or "TimeOnly" && AspNet.IsKnown(type))) return InputKind.Date;
        if (ElementOf(type) is { } element) return element.Name == "IFormFile" ? InputKind.None : InputKind.Collection;
        return ModelOf(type) is not null ? InputKind.Nested : InputKind.None;
    }

    private static bool IsIdentifier(string name) => Words.Split(name) is { Count: > 0 } words && words[words.Count - 1] == "id";
}
