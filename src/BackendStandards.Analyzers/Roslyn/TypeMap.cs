using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Roslyn;

/// <summary>
/// Values by the full metadata names of types, such as <c>System.Action`1</c>, found for a symbol by its spelling. The compilation is not asked for
/// the types: for one that is not there it goes through all references, in every compilation again.
/// </summary>
internal sealed class TypeMap<T>
{
    private readonly Dictionary<string, List<(string Namespace, T Value)>> _bySimpleName = new(StringComparer.Ordinal);

    public TypeMap(IEnumerable<(string Type, T Value)> entries)
    {
        foreach (var (type, value) in entries)
        {
            var dot = type.LastIndexOf('.');
            var simple = type.Substring(dot + 1);
            if (!_bySimpleName.TryGetValue(simple, out var list)) _bySimpleName.Add(simple, list = []);
            list.Add((dot < 0 ? "" : type.Substring(0, dot), value));
        }
    }

    /// <summary>The values of a type, type arguments aside.</summary>
    public IEnumerable<T> Of(INamedTypeSymbol type)
    {
        if (type.ContainingType is not null || !_bySimpleName.TryGetValue(type.MetadataName, out var list)) yield break;
        foreach (var (space, value) in list)
            if (TypeNames.IsNamespace(type.ContainingNamespace, space)) yield return value;
    }

    /// <summary>The one value of a type.</summary>
    public bool TryGet(INamedTypeSymbol? type, out T? value)
    {
        value = default;
        if (type is null) return false;
        foreach (var found in Of(type))
        {
            value = found;
            return true;
        }
        return false;
    }
}
