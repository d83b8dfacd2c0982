using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>Which types hold many of a kind.</summary>
internal static class Lists
{
    /// <summary>What a list, an array, a stream or a page of something has as its element; null for anything else, and for texts and dictionaries.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array) return array.ElementType;
        if (type is not INamedTypeSymbol { SpecialType: not SpecialType.System_String } named) return null;
        if (named.AllInterfaces.Append(named).Any(one => one.Name is "IDictionary" or "IReadOnlyDictionary")) return null;
        var listed = named.AllInterfaces.Append(named).FirstOrDefault(one => one is { Name: "IEnumerable" or "IAsyncEnumerable", TypeArguments.Length: 1 })?.TypeArguments[0];
        if (listed is not null || named is not { TypeArguments: { Length: 1 } held }) return listed;
        return named.Name.Contains("Page") || named.Name.Contains("List") || named.Name.Contains("Collection") ? held[0] : null;
    }
}
