using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Index;

/// <summary>
/// Which trees mention a name. The first names are looked for in each tree; when many have been asked for, as in a build, a directory of all names is made, since every tree
/// asked for every name would grow with the square of the sources. Safe to ask from several threads.
/// </summary>
internal sealed class NameDirectory((SyntaxTree Tree, TreeIndex Index)[] trees)
{
    // A document that is edited asks for some dozens of names; making the directory takes as long as some hundred sweeps.
    private const int SweepsBefore = 200;

    // The hash of a name above, the number of a tree that holds one below; sorted.
    private ulong[]? _sorted;
    private int _sweeps;

    /// <summary>The trees with their indexes, in the order of the compilation.</summary>
    public (SyntaxTree Tree, TreeIndex Index)[] Trees => trees;

    /// <summary>The trees that mention a name, in the order of the compilation.</summary>
    public IEnumerable<(SyntaxTree Tree, TreeIndex Index)> With(string name, CancellationToken cancellation)
    {
        foreach (var number in NumbersOf(name, cancellation)) yield return trees[number];
    }

    /// <summary>The trees that mention one of some names, in the order of the compilation.</summary>
    public IEnumerable<(SyntaxTree Tree, TreeIndex Index)> WithAny(IEnumerable<string> names, CancellationToken cancellation) =>
        new SortedSet<int>(names.SelectMany(name => NumbersOf(name, cancellation))).Select(number => trees[number]);

    private IEnumerable<int> NumbersOf(string name, CancellationToken cancellation)
    {
        var hash = NameFilter.HashOf(name);
        if (_sorted is null && Interlocked.Increment(ref _sweeps) <= SweepsBefore)
        {
            for (var i = 0; i < trees.Length; i++)
                if (trees[i].Index.Mentions(name, hash)) yield return i;
            yield break;
        }
        var sorted = _sorted ??= Sort(cancellation);
        var key = (ulong)(uint)hash << 32;
        var at = Array.BinarySearch(sorted, key);
        for (at = at < 0 ? ~at : at; at < sorted.Length && sorted[at] >> 32 == (uint)hash; at++)
        {
            var number = (int)(uint)sorted[at];
            if (trees[number].Index.Mentions(name, hash)) yield return number;
        }
    }

    private ulong[] Sort(CancellationToken cancellation)
    {
        var all = new List<ulong>();
        for (var i = 0; i < trees.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var hash in trees[i].Index.Hashes) all.Add(((ulong)(uint)hash << 32) | (uint)i);
        }
        var sorted = all.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
