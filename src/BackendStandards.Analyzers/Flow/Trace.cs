using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>How one origin came into a value.</summary>
/// <param name="Origin">The one flag.</param>
/// <param name="Source">Where it enters: a parameter, a call.</param>
/// <param name="Hole">The expression that was joined into a longer text and brought it along; null where it arrives whole.</param>
/// <param name="CleanFor">The kinds of sinks for which it was encoded or checked on every way, as <see cref="LibraryModel.KindOf"/> numbers them.</param>
/// <param name="Hops">What it went through from the source on: assignments, arguments, calls.</param>
internal sealed record Trace(Origin Origin, IOperation? Source, IOperation? Hole, ulong CleanFor, ImmutableArray<IOperation> Hops)
{
    /// <summary>A longer way is cut: those hops are kept that stand next to the source.</summary>
    private const int MaxHops = 8;

    /// <summary>The parameter that a framework fills, or the member of it that was asked for; null where it enters otherwise.</summary>
    public ISymbol? Entry { get; init; }

    /// <summary>Whether it was joined into a longer text.</summary>
    public bool IsJoined => Hole is not null;

    public Trace Via(IOperation hop) =>
        Hops.Length >= MaxHops || ReferenceEquals(Source?.Syntax, hop.Syntax) || (Hops.Length > 0 && ReferenceEquals(Hops[Hops.Length - 1].Syntax, hop.Syntax)) ? this : this with { Hops = Hops.Add(hop) };

    /// <summary>Two ways of the same origin: the one that was cleaned less tells the story.</summary>
    public Trace Join(Trace other)
    {
        var clean = CleanFor & other.CleanFor;
        var worse = CleanFor != clean && other.CleanFor == clean ? other : this;
        var better = ReferenceEquals(worse, this) ? other : this;
        return worse.CleanFor == clean && (worse.IsJoined || !better.IsJoined) ? worse : worse with { CleanFor = clean, Hole = worse.Hole ?? better.Hole };
    }
}
