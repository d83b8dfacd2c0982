using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// One row of a <c>.model</c> file: <c>kind [detail] Namespace.Type.Member[(inputs)]</c>. A type is written without its arity; <c>new</c> is its
/// constructors, a trailing <c>*</c> in the member's name stands for any ending, <c>*</c> as the type for any type. Inputs are parameter names
/// or <c>this</c>, never ordinals: a library written with extension blocks has other ordinals on another compiler.
/// </summary>
internal sealed record ModelRow(RowKind Kind, string Detail, string Type, string Member, ImmutableArray<string> Inputs, ImmutableArray<RowInput> Details, string Text)
{
    /// <summary>Whether the row speaks of a member, declared in the row's type, in one derived from it or in one that implements it.</summary>
    public bool Covers(ISymbol member)
    {
        if (!CoversName(NameOf(member))) return false;
        return Type == "*" || (member.ContainingType is { } type && CoversType(type));
    }

    /// <summary>Whether the row names this type itself.</summary>
    public bool Names(ITypeSymbol type) => IsNamed(type, Type);

    /// <summary>Whether the row speaks of a type, or of one that it derives from or implements.</summary>
    public bool CoversType(ITypeSymbol type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            if (IsNamed(up, Type)) return true;
        foreach (var contract in type.AllInterfaces)
            if (IsNamed(contract, Type)) return true;
        return false;
    }

    /// <summary>Whether the row speaks of all members whose name begins so.</summary>
    public bool IsOpen => Member[Member.Length - 1] == '*';

    /// <summary>What rows call a member.</summary>
    public static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "new",
        IPropertySymbol { IsIndexer: true } => "Item",
        _ => member.Name,
    };

    /// <summary>Whether the row speaks of members of a name.</summary>
    public bool CoversName(string name) =>
        IsOpen ? name.Length >= Member.Length - 1 && string.CompareOrdinal(name, 0, Member, 0, Member.Length - 1) == 0 && name != "new" : name == Member;

    /// <summary>Compares from the last segment to the first, without making a string.</summary>
    private static bool IsNamed(ITypeSymbol type, string fullName)
    {
        var end = fullName.Length;
        for (INamespaceOrTypeSymbol? part = type; part is not null and not INamespaceSymbol { IsGlobalNamespace: true }; part = (INamespaceOrTypeSymbol?)part.ContainingType ?? part.ContainingNamespace)
        {
            var start = end - part.Name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, part.Name, 0, part.Name.Length) != 0) return false;
            if (start == 0) return (part.ContainingType is null && part.ContainingNamespace is null or { IsGlobalNamespace: true });
            if (fullName[start - 1] != '.') return false;
            end = start - 1;
        }
        return false;
    }
}
