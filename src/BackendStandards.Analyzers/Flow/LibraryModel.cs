using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What the <c>.model</c> rows say of the members of libraries, for one kind of sink. Answers are kept per member for one compilation.</summary>
internal sealed class LibraryModel
{
    /// <summary>The rows that ship with the product, file by file.</summary>
    private static readonly Lazy<ImmutableArray<ModelRow>> Embedded = new(ReadEmbedded);

    /// <summary>As many as the bits of a mask.</summary>
    private const int MaxKinds = 64;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ModelRow>> _rows = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, ulong> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ITypeSymbol, string> _tiers = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<string> _names;
    private readonly Func<ITypeSymbol, string> _findTier;
    private readonly Func<ISymbol, ImmutableArray<ModelRow>> _find;
    private readonly Dictionary<string, ImmutableArray<ModelRow>> _exact;
    private readonly ImmutableArray<ModelRow> _open;
    private readonly HashSet<string> _sinks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sinkTypes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _sinkStarts;
    private readonly ImmutableArray<ModelRow> _mutators;

    /// <param name="own">The user's own rows: they go before those that ship.</param>
    public LibraryModel(ImmutableArray<ModelRow> own = default)
    {
        var rows = own.IsDefaultOrEmpty ? Embedded.Value : own.AddRange(Embedded.Value);
        _exact = rows.Where(row => !row.IsOpen).GroupBy(row => row.Member, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.ToImmutableArray(), StringComparer.Ordinal);
        _open = rows.Where(row => row.IsOpen).ToImmutableArray();
        _find = Find;
        _names = rows.Where(row => row.Kind is RowKind.Guard or RowKind.Harmless).SelectMany(row => row.Detail.Split(',')).Where(name => name.Length > 0).Distinct().OrderBy(name => name, StringComparer.Ordinal).Take(MaxKinds).ToImmutableArray();
        var whole = rows.Where(row => row is { Kind: RowKind.Source, Member: "*" }).ToImmutableArray();
        _findTier = type => whole.FirstOrDefault(row => row.CoversType(type))?.Detail ?? "";
        var starts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Kind == RowKind.Sink))
            if (!row.IsOpen) _sinks.Add(row.Member);
            else if (row.Member.Length == 1) _sinkTypes.Add(row.Type.Substring(row.Type.LastIndexOf('.') + 1));
            else starts.Add(row.Member.TrimEnd('*'));
        _sinkStarts = starts.ToImmutableArray();
        _mutators = rows.Where(row => row.Kind == RowKind.Mutate).ToImmutableArray();
    }

    /// <summary>All rows, of whatever kind of sink they speak.</summary>
    public ImmutableArray<ModelRow> Rows => Embedded.Value;

    /// <summary>The rows of a member: those of its name before those of a beginning of it, each in the order of the files.</summary>
    public ImmutableArray<ModelRow> RowsOf(ISymbol member) => _rows.GetOrAdd(member.OriginalDefinition, _find);

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
        ulong bits = 0;
        foreach (var kind in kinds.Split(','))
            if (_names.IndexOf(kind) is >= 0 and var bit) bits |= 1UL << bit;
        return _kinds.GetOrAdd(kinds, bits);
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
    public bool MayBeSink(string memberName, string? typeName)
    {
        if (_sinks.Contains(memberName) || (typeName is not null && _sinkTypes.Contains(typeName))) return true;
        foreach (var start in _sinkStarts)
            if (memberName.StartsWith(start, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>By spelling alone: whether some member of this name puts its arguments into its receiver.</summary>
    public bool MayMutate(string memberName) => _mutators.Any(row => row.CoversName(memberName));

    private ImmutableArray<ModelRow> Find(ISymbol member)
    {
        var found = _exact.TryGetValue(ModelRow.NameOf(member), out var named) ? named.Where(row => row.Covers(member)) : [];
        // What is said of one kind of sink goes before what is said of all.
        return found.Concat(_open.Where(row => row.Covers(member))).OrderBy(row => row.Kind == RowKind.Harmless && row.Detail.Length > 0 ? 0 : 1).ToImmutableArray();
    }

    private static ImmutableArray<ModelRow> ReadEmbedded()
    {
        var assembly = typeof(LibraryModel).Assembly;
        var rows = ImmutableArray.CreateBuilder<ModelRow>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".model", StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name));
            rows.AddRange(ModelParser.Parse(reader.ReadToEnd()).Rows);
        }
        return rows.ToImmutable();
    }
}
