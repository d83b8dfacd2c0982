using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Roslyn;

/// <summary>Symbols by their full names, without building a text.</summary>
internal static class TypeNames
{
    /// <summary>Whether a type that is not nested has a full metadata name, such as <c>System.Action`1</c>; type arguments aside.</summary>
    public static bool Is(ITypeSymbol? type, string fullName)
    {
        if (type is not { ContainingType: null }) return false;
        var name = type.MetadataName;
        var dot = fullName.Length - name.Length - 1;
        if (!fullName.EndsWith(name, StringComparison.Ordinal)) return false;
        return dot < 0 ? dot == -1 && type.ContainingNamespace is { IsGlobalNamespace: true } : fullName[dot] == '.' && Ends(type.ContainingNamespace, fullName, dot);
    }

    /// <summary>Whether a namespace has a full name; that of the global one is empty.</summary>
    public static bool IsNamespace(INamespaceSymbol? space, string fullName) => Ends(space, fullName, fullName.Length);

    // The last part stands right before the end.
    private static bool Ends(INamespaceSymbol? space, string fullName, int end)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            var start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, space.Name, 0, space.Name.Length) != 0) return false;
            if (start == 0) return space.ContainingNamespace is { IsGlobalNamespace: true };
            if (fullName[start - 1] != '.') return false;
            end = start - 1;
        }
        return space is not null && end == 0;
    }
}
