using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>The types that JSON contexts describe: those that they name, and what these consist of, as the serializer's generator goes from one to the next.</summary>
internal sealed class JsonTypes
{
    private readonly HashSet<ITypeSymbol> _types = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a type is described: by a context, by the envelope, or by the problem details that come with it.</summary>
    public bool Contains(ITypeSymbol type) => _types.Contains(type) || IsOfEnvelope(type);

    /// <summary>Whether one of the contexts' types meets a condition.</summary>
    public bool Any(Func<ITypeSymbol, bool> condition) => _types.Any(condition);

    /// <summary>Adds what a context describes.</summary>
    public void AddContext(INamedTypeSymbol context)
    {
        foreach (var attribute in context.GetAttributes())
            if (attribute is { AttributeClass.Name: "JsonSerializableAttribute", ConstructorArguments: { Length: > 0 } arguments } && arguments[0] is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type })
                Add(type);
    }

    private void Add(ITypeSymbol named)
    {
        var open = new Stack<ITypeSymbol>();
        open.Push(named);
        while (open.Count > 0)
        {
            var type = open.Pop();
            if (!_types.Add(type)) continue;
            foreach (var part in PartsOf(type)) open.Push(part);
        }
    }

    private static IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) return [array.ElementType];
        if (type is not INamedTypeSymbol named || named.SpecialType is not (SpecialType.None or SpecialType.System_Nullable_T) && !named.IsGenericType) return [];
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return named.TypeArguments;
        if (Has(named, "JsonConverterAttribute")) return [];
        var lists = named.AllInterfaces.Append(named).Where(static one => one is { Name: "IEnumerable" or "IAsyncEnumerable" or "IDictionary" or "IReadOnlyDictionary", IsGenericType: true } && AspNet.IsKnown(one)).ToList();
        if (lists.Count > 0) return lists.SelectMany(static one => one.TypeArguments).Where(static item => item is not INamedTypeSymbol { Name: "KeyValuePair" });
        // Values with converters of their own, such as dates, consist of nothing.
        if (named is { IsGenericType: false, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }) return [];
        return MembersOf(named).Concat(named.GetAttributes()
            .Where(static attribute => attribute is { AttributeClass.Name: "JsonDerivedTypeAttribute", ConstructorArguments.Length: > 0 })
            .Select(static attribute => attribute.ConstructorArguments[0].Value).OfType<ITypeSymbol>());
    }

    private static IEnumerable<ITypeSymbol> MembersOf(INamedTypeSymbol type)
    {
        var declaring = new List<ITypeSymbol>();
        if (type.TypeKind == TypeKind.Interface) declaring.AddRange(type.AllInterfaces);
        for (ITypeSymbol? up = type; up is { SpecialType: not SpecialType.System_Object }; up = up.BaseType) declaring.Add(up);
        // Fields count where a context is told so: where they may, what they hold may be known.
        foreach (var member in declaring.SelectMany(static one => one.GetMembers()))
        {
            if (member.IsStatic || member.IsImplicitlyDeclared || IsIgnored(member) || !(member.DeclaredAccessibility == Accessibility.Public || Has(member, "JsonIncludeAttribute"))) continue;
            if (member is IPropertySymbol { IsIndexer: false, Type: var property }) yield return property;
            else if (member is IFieldSymbol { Type: var field }) yield return field;
        }
    }

    private static bool IsIgnored(ISymbol member) => member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "JsonIgnoreAttribute"
        && (attribute.NamedArguments.IsEmpty || attribute.NamedArguments.Any(static named => named is { Key: "Condition", Value.Value: 1 })));

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(one => one.AttributeClass?.Name == attribute);

    // See EnvelopeValueTypeInfo, and ASP.NET Core's own context of problem details, which AddApiEnvelope() registers with them.
    private static bool IsOfEnvelope(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol { Name: "JsonElement" or "ProblemDetails" or "HttpValidationProblemDetails" } => AspNet.IsKnown(type),
        INamedTypeSymbol { Name: "IDictionary", TypeArguments: { Length: 2 } inner } => inner[0].SpecialType == SpecialType.System_String && (inner[1].SpecialType == SpecialType.System_Object || inner[1] is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }),
        _ => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Object || Symbols.WithoutNullable(type).SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64,
    };
}
