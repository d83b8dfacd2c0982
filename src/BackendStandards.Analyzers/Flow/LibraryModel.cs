using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What the <c>.model</c> rows say of the members of libraries, for one kind of sink. Answers are kept per member for one compilation.</summary>
internal sealed class LibraryModel
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ModelRow>> _found = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, ulong> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ITypeSymbol, string> _tiers = new(SymbolEqualityComparer.Default);
    private readonly LibraryRows _rows;
    private readonly Func<ITypeSymbol, string> _findTier;
    private readonly Func<ISymbol, ImmutableArray<ModelRow>> _find;

    /// <param name="own">The user's own rows: they go before those that ship.</param>
    public LibraryModel(ImmutableArray<ModelRow> own = default)
    {
        _rows = LibraryRows.With(own);
        _find = _rows.Of;
        _findTier = _rows.TierOf;
    }

    /// <summary>All rows, of whatever kind of sink they speak.</summary>
    public ImmutableArray<ModelRow> Rows => LibraryRows.Shipped;

    /// <summary>The rows of a member: those of its name before those of a beginning of it, each in the order of the files.</summary>
    public ImmutableArray<ModelRow> RowsOf(ISymbol member) => _found.GetOrAdd(member.OriginalDefinition, _find);

    /// <summary>The row of one kind; null where there is none.</summary>
    public ModelRow? Row(ISymbol member, RowKind kind)
    {
        foreach (var row in RowsOf(member))
            if (row.Kind == kind) return row;
        return null;
    }

    /// <summary>The bits of a comma-separated list of kinds of sinks.</summary>
    public ulong KindOf(string kinds)
    {
        if (_kinds.TryGetValue(kinds, out var known)) return known;
        return _kinds.GetOrAdd(kinds, _rows.KindOf(kinds));
    }

    /// <summary>Whether a member's rows say what it gives whatever it is given.</summary>
    public bool IsSourceOrHarmless(ISymbol member)
    {
        foreach (var row in RowsOf(member))
            if (row.Kind is RowKind.Source or RowKind.Harmless && (row.Kind == RowKind.Source || row.Detail.Length == 0)) return true;
        return false;
    }

    /// <summary>Whether a row names the very type of a member: that of a wrapper of the user's own.</summary>
    public bool HasOwnRow(ISymbol member)
    {
        foreach (var row in RowsOf(member))
            if (member.ContainingType is { } type && row.Names(type)) return true;
        return false;
    }

    /// <summary>The tier of a type all of whose members are sources; null where it has none.</summary>
    public string? TierOf(ITypeSymbol type) => _tiers.GetOrAdd(type.OriginalDefinition, _findTier) is { Length: > 0 } tier ? tier : null;

    /// <summary>By spelling alone: whether some sink has this member name, or is any member of a type of this name.</summary>
    public bool MayBeSink(string memberName, string? typeName) => _rows.MayBeSink(memberName, typeName);

    /// <summary>By spelling alone: whether some member of this name puts its arguments into its receiver.</summary>
    public bool MayMutate(string memberName) => _rows.MayMutate(memberName);
}
