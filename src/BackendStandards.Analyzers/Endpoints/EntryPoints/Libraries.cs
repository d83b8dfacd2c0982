using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.EntryPoints;

/// <summary>Recognises types of libraries by name and the first part of their namespace.</summary>
internal static class Libraries
{
    /// <summary>Whether a type is a library's, by its name.</summary>
    public static bool Is(ITypeSymbol? type, string root, string name) => type is not null && type.Name == name && RootOf(type) == root;

    /// <summary>Whether a type is, or derives from, a library's class.</summary>
    public static bool Derives(ITypeSymbol? type, string root, string name) => Base(type, root, name) is not null;

    /// <summary>The class of a library that a type is or derives from, with its type arguments.</summary>
    public static INamedTypeSymbol? Base(ITypeSymbol? type, string root, string name)
    {
        for (; type is not null; type = type.BaseType)
            if (Is(type, root, name))
                return type as INamedTypeSymbol;
        return null;
    }

    /// <summary>The interfaces of a library that a type implements.</summary>
    public static IEnumerable<INamedTypeSymbol> Interfaces(ITypeSymbol type, string root, string name) => type.AllInterfaces.Where(one => Is(one, root, name));

    /// <summary>Whether an attribute of a library, by its name, is on a symbol.</summary>
    public static bool HasAttribute(ISymbol symbol, string root, params string[] names) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && names.Contains(type.Name) && RootOf(type) == root);

    /// <summary>The first part of the namespace that a symbol stands in.</summary>
    public static string RootOf(ISymbol symbol)
    {
        var space = symbol.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space?.Name ?? "";
    }
}
