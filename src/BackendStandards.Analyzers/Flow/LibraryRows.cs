using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>The rows that hold for a compilation, by what they are looked for. They know nothing of it, so that those that ship are sorted once and for all.</summary>
internal sealed class LibraryRows
{
    /// <summary>As many as the bits of a mask.</summary>
    private const int MaxKinds = 64;

    private static readonly Lazy<LibraryRows> Embedded = new(static () => new(ReadEmbedded()));

    private readonly ImmutableArray<ModelRow> _rows;
    private readonly ImmutableArray<string> _names;
    private readonly Dictionary<string, ImmutableArray<ModelRow>> _exact;
    private readonly ImmutableArray<ModelRow> _open;
    private readonly ImmutableArray<ModelRow> _whole;
    private readonly HashSet<string> _sinks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sinkTypes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _sinkStarts;
    private readonly ImmutableArray<ModelRow> _mutators;

    private LibraryRows(ImmutableArray<ModelRow> rows)
    {
        _rows = rows;
        _exact = rows.Where(row => !row.IsOpen).GroupBy(row => row.Member, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.ToImmutableArray(), StringComparer.Ordinal);
        _open = rows.Where(row => row.IsOpen).ToImmutableArray();
        _names = rows.Where(row => row.Kind is RowKind.Guard or RowKind.Harmless).SelectMany(row => row.Detail.Split(',')).Where(name => name.Length > 0).Distinct().OrderBy(name => name, StringComparer.Ordinal).Take(MaxKinds).ToImmutableArray();
        _whole = rows.Where(row => row is { Kind: RowKind.Source, Member: "*" }).ToImmutableArray();
        var starts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Kind == RowKind.Sink))
            if (!row.IsOpen) _sinks.Add(row.Member);
            else if (row.Member.Length == 1) _sinkTypes.Add(row.Type.Substring(row.Type.LastIndexOf('.') + 1));
            else starts.Add(row.Member.TrimEnd('*'));
        _sinkStarts = starts.ToImmutableArray();
        _mutators = rows.Where(row => row.Kind == RowKind.Mutate).ToImmutableArray();
    }

    /// <summary>The rows that ship with the product, file by file.</summary>
    public static ImmutableArray<ModelRow> Shipped => Embedded.Value._rows;

    /// <summary>Those that ship, and the user's own before them.</summary>
    public static LibraryRows With(ImmutableArray<ModelRow> own) => own.IsDefaultOrEmpty ? Embedded.Value : new(own.AddRange(Shipped));

    /// <summary>The rows of a member: those of its name before those of a beginning of it, each in the order of the files.</summary>
    public ImmutableArray<ModelRow> Of(ISymbol member)
    {
        var found = _exact.TryGetValue(ModelRow.NameOf(member), out var named) ? named.Where(row => row.Covers(member)) : [];
        // What is said of one kind of sink goes before what is said of all.
        return found.Concat(_open.Where(row => row.Covers(member))).OrderBy(row => row.Kind == RowKind.Harmless && row.Detail.Length > 0 ? 0 : 1).ToImmutableArray();
    }

    /// <summary>The bits of a comma-separated list of kinds of sinks.</summary>
    public ulong KindOf(string kinds)
    {
        ulong bits = 0;
        foreach (var kind in kinds.Split(','))
            if (_names.IndexOf(kind) is >= 0 and var bit) bits |= 1UL << bit;
        return bits;
    }

    /// <summary>The tier of a type all of whose members are sources; empty where it has none.</summary>
    public string TierOf(ITypeSymbol type)
    {
        foreach (var row in _whole)
            if (row.CoversType(type)) return row.Detail;
        return "";
    }

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

    private static ImmutableArray<ModelRow> ReadEmbedded()
    {
        var assembly = typeof(LibraryRows).Assembly;
        var rows = ImmutableArray.CreateBuilder<ModelRow>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".model", StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name));
            rows.AddRange(ModelParser.Parse(reader.ReadToEnd()).Rows);
        }
        return rows.ToImmutable();
    }
}
