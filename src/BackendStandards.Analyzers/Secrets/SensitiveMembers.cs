using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Looks for sensitive members in what is written when an object is written whole.</summary>
/// <param name="values">Which members are sensitive.</param>
internal sealed class SensitiveMembers(SensitiveValues values)
{
    private const int MaxDepth = 2;

    private static readonly ImmutableHashSet<string> Excepting = ImmutableHashSet.Create(
        StringComparer.Ordinal, "JsonIgnoreAttribute", "IgnoreDataMemberAttribute", "NonSerializedAttribute", "NotLoggedAttribute", "NotLoggedIfDefaultAttribute", "NotLoggedIfNullAttribute", "LogMaskedAttribute",
        "LogReplacedAttribute", "LogIgnoreAttribute", "DoNotLogAttribute", "RedactedAttribute", "MaskedAttribute", "JsonConverterAttribute", "LogPropertyIgnoreAttribute");

    /// <summary>The first sensitive member of a type of this compilation, as a path (<c>Card.Pin</c>); null where there is none.</summary>
    public string? In(ITypeSymbol? type) => In(type, MaxDepth);

    private string? In(ITypeSymbol? type, int depth)
    {
        type = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: { Length: 1 } element } generic when generic.AllInterfaces.Append(generic).Any(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) => element[0],
            _ => type,
        };
        if (depth == 0 || type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || !named.Locations.Any(location => location.IsInSource) || named.GetAttributes().Any(Excepts)) return null;
        for (var up = named; up is not null; up = up.BaseType)
            foreach (var member in up.GetMembers())
            {
                if (member is not IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsIndexer: false, GetMethod: not null } property || IsExcepted(property)) continue;
                if (values.NameOf(property) is { } name) return name;
                if (In(property.Type, depth - 1) is { } inner) return $"{property.Name}.{inner}";
            }
        return null;
    }

    // An attribute on the parameter of a record's constructor is often meant for its property.
    private static bool IsExcepted(IPropertySymbol property) => property.GetAttributes().Any(Excepts)
        || (property.ContainingType.IsRecord && property.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Any(parameter => parameter.Name == property.Name && parameter.GetAttributes().Any(Excepts)));

    private static bool Excepts(AttributeData attribute) => attribute.AttributeClass is { } type && Excepting.Contains(type.Name);
}
