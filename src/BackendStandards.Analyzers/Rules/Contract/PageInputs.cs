using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>What an endpoint takes to say which page of a list is meant.</summary>
internal static class PageInputs
{
    private static readonly HashSet<string> PageNames = new(StringComparer.OrdinalIgnoreCase) { "page", "pageNumber", "pageNo", "pageIndex", "currentPage" };
    private static readonly HashSet<string> OffsetNames = new(StringComparer.OrdinalIgnoreCase) { "skip", "offset" };
    private static readonly HashSet<string> SizeNames = new(StringComparer.OrdinalIgnoreCase) { "pageSize", "size", "limit", "take", "perPage", "itemsPerPage", "top", "rows" };
    private static readonly HashSet<string> CursorWords = new(StringComparer.Ordinal) { "cursor", "continuation", "after", "before", "token" };

    /// <summary>Whether a name is that of the number of a page.</summary>
    public static bool IsPage(string name) => PageNames.Contains(name);

    /// <summary>Whether a name is that of the size of a page.</summary>
    public static bool IsSize(string name) => SizeNames.Contains(name);

    /// <summary>Whether an endpoint surely takes the number of a page, or an offset and a size, and no cursor: who follows one counts nothing.</summary>
    public static bool AreTaken(Endpoint endpoint, CancellationToken cancellation)
    {
        bool page = false, offset = false, size = false;
        foreach (var (name, type) in Inputs(endpoint, cancellation))
        {
            if (Words.Split(name).Any(CursorWords.Contains)) return false;
            if (!IsNumber(type)) continue;
            page |= IsPage(name);
            offset |= OffsetNames.Contains(name);
            size |= IsSize(name);
        }
        return page || (offset && size);
    }

    /// <summary>What a model holds, with what it inherits.</summary>
    public static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol model)
    {
        for (ITypeSymbol? type = model; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public })
                    yield return property;
    }

    // What a model holds that is read from the request stands beside the parameters.
    private static IEnumerable<(string Name, ITypeSymbol Type)> Inputs(Endpoint endpoint, CancellationToken cancellation)
    {
        foreach (var parameter in endpoint.Parameters(cancellation))
        {
            if (parameter.Source is BindingSource.Services or BindingSource.Special or BindingSource.Custom or BindingSource.Header) continue;
            yield return (parameter.Name, parameter.Type);
            if (parameter.Type.SpecialType != SpecialType.None || parameter.Source == BindingSource.Route) continue;
            foreach (var property in PropertiesOf(parameter.Type)) yield return (property.Name, property.Type);
        }
    }

    private static bool IsNumber(ITypeSymbol type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } inner } ? inner[0] : type).SpecialType
            is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_UInt32 or SpecialType.System_UInt16 or SpecialType.System_Byte;
}
