using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What the <c>.model</c> rows say of the members of libraries. Answers are kept per member for one compilation.</summary>
internal sealed class LibraryModel
{
    /// <summary>The rows that ship with the product, file by file.</summary>
    private static readonly Lazy<ImmutableArray<ModelRow>> Embedded = new(ReadEmbedded);

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ModelRow>> _rows = new(SymbolEqualityComparer.Default);
    private readonly Func<ISymbol, ImmutableArray<ModelRow>> _find;
    private readonly ImmutableArray<ModelRow> _all;
    private readonly HashSet<string> _exact = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _starts;
    private readonly ImmutableArray<ModelRow> _mutators;

    public LibraryModel()
    {
        _all = Embedded.Value;
        _find = member => _all.Where(row => row.Covers(member)).ToImmutableArray();
        var starts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in _all.Where(row => row.Kind == RowKind.Sink))
            if (row.Member.EndsWith("*", StringComparison.Ordinal)) starts.Add(row.Member.TrimEnd('*'));
            else _exact.Add(row.Member);
        _starts = starts.ToImmutableArray();
        _mutators = _all.Where(row => row.Kind == RowKind.Mutate).ToImmutableArray();
    }

    /// <summary>All rows.</summary>
    public ImmutableArray<ModelRow> Rows => _all;

    /// <summary>The rows of a member, in the order of the files.</summary>
    public ImmutableArray<ModelRow> RowsOf(ISymbol member) => _rows.GetOrAdd(member.OriginalDefinition, _find);

    /// <summary>The row of one kind; null where there is none.</summary>
    public ModelRow? Row(ISymbol member, RowKind kind)
    {
        foreach (var row in RowsOf(member))
            if (row.Kind == kind) return row;
        return null;
    }

    /// <summary>By spelling alone: whether some sink has this member name.</summary>
    public bool MayBeSink(string memberName) => _exact.Contains(memberName) || _starts.Any(start => memberName.StartsWith(start, StringComparison.Ordinal));

    /// <summary>By spelling alone: whether some member of this name puts its arguments into its receiver.</summary>
    public bool MayMutate(string memberName) => _mutators.Any(row => row.CoversName(memberName));

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
