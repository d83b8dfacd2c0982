using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// The join of everything that a value may be: its origins, each with the way it came, and the exact list of constants, objects and delegates
/// where that can be listed. One domain serves constant folding, the pruning of branches, virtual dispatch and delegates.
/// </summary>
internal sealed class Value
{
    private const int MaxAtoms = 6;

    /// <summary>Longer texts are not folded: nobody asks for them, and ten thousand concatenations would cost the square of their length.</summary>
    private const int MaxFoldedLength = 2000;

    private const Origin Safe = Origin.Constant | Origin.Harmless;

    /// <summary>Nothing: the start of a join.</summary>
    public static readonly Value Bottom = new(Origin.None, ImmutableArray<Trace>.Empty, ImmutableArray<object?>.Empty);

    /// <summary>The answer to a question that is being asked already: it adds nothing, but the atoms are no longer all of them.</summary>
    public static readonly Value Cycle = new(Origin.None, ImmutableArray<Trace>.Empty, default);

    private readonly Origin _plain;

    private Value(Origin plain, ImmutableArray<Trace> traces, ImmutableArray<object?> atoms)
    {
        (_plain, Traces, Atoms) = (plain, traces, atoms);
        Origins = plain;
        foreach (var trace in traces)
        {
            Origins |= trace.Origin;
            if (trace.IsJoined) Joined |= trace.Origin;
        }
    }

    /// <summary>All origins.</summary>
    public Origin Origins { get; }

    /// <summary>Those origins that were joined into a longer text on the way, rather than arriving whole.</summary>
    public Origin Joined { get; }

    /// <summary>One way for each origin that is more than constant or harmless.</summary>
    public ImmutableArray<Trace> Traces { get; }

    /// <summary>What the value may be, all of it: constants, <see cref="Allocation"/>s and <see cref="Closure"/>s; default where that is not known.</summary>
    public ImmutableArray<object?> Atoms { get; }

    /// <summary>Where the worst origin enters: a parameter, a call.</summary>
    public IOperation? Source => Worst(Origin.Text)?.Source;

    /// <summary>The expression that was joined into a text and brought the worst origin with it.</summary>
    public IOperation? Hole => Worst(Origin.Text)?.Hole;

    /// <summary>The origins that are neither constant nor harmless, and were not given up.</summary>
    public Origin Doubtful => Origins & Origin.Text;

    /// <summary>Whether every origin is constant or harmless, for sure.</summary>
    public bool IsSafe => (Origins & ~Safe) == 0;

    /// <summary>Whether it is nothing at all.</summary>
    public bool IsBottom => Origins == Origin.None && !Atoms.IsDefault && Atoms.IsEmpty;

    public static Value Of(Origin origin, IOperation? source = null) => Of(origin, source, default);

    public static Value Constant(object? value) => OfAtom(value);

    /// <summary>What a framework fills from the request.</summary>
    public static Value Entering(ISymbol entry, IOperation source) =>
        new(Origin.None, ImmutableArray.Create(new Trace(Origin.Request, source, null, 0, ImmutableArray<IOperation>.Empty) { Entry = entry }), default);

    /// <summary>A value that is this one thing.</summary>
    public static Value OfAtom(object? atom) => new(Origin.Constant, ImmutableArray<Trace>.Empty, ImmutableArray.Create(atom));

    /// <summary>The way of the worst of some origins; null where the value has none of them.</summary>
    public Trace? Worst(Origin among)
    {
        Trace? worst = null;
        foreach (var trace in Traces)
            if ((trace.Origin & among) != 0 && (worst is null || trace.Origin > worst.Origin)) worst = trace;
        return worst;
    }

    /// <summary>The value as a sink of a kind sees it: what was encoded or checked for it on every way is harmless.</summary>
    public Value For(ulong kind)
    {
        if (kind == 0 || Traces.All(trace => (trace.CleanFor & kind) == 0)) return this;
        return new(_plain | Origin.Harmless, Traces.RemoveAll(trace => (trace.CleanFor & kind) != 0), Atoms);
    }

    /// <summary>The one constant that this value certainly is.</summary>
    public bool TryConstant(out object? value)
    {
        value = Atoms.IsDefault || Atoms.Length != 1 || Atoms[0] is Allocation or Closure ? null : Atoms[0];
        return !Atoms.IsDefault && Atoms.Length == 1 && Atoms[0] is not (Allocation or Closure);
    }

    /// <summary>Either of two values.</summary>
    public Value Join(Value other)
    {
        if (ReferenceEquals(this, other) || other.IsBottom) return this;
        if (IsBottom) return other;
        return new(_plain | other._plain, JoinTraces(other.Traces), JoinAtoms(Atoms, other.Atoms));
    }

    /// <summary>The same origins, but another value: what a pass-through returns.</summary>
    public Value Opaque() => Atoms.IsDefault ? this : new(_plain, Traces, default);

    /// <summary>The origins alone, for a join that says nothing about which object it is: what is put into a collection.</summary>
    public Value Content() => new(_plain, Traces, ImmutableArray<object?>.Empty);

    /// <summary>The same value as a number or another harmless type: what it is may matter to a condition, who chose it does not.</summary>
    public Value AsHarmless() => Traces.IsEmpty ? this : new((_plain & ~Origin.Constant) | Origin.Harmless, ImmutableArray<Trace>.Empty, Atoms);

    /// <summary>The same value, without some origins.</summary>
    public Value Without(Origin origin) => (Origins & origin) == 0 ? this : new(_plain, Traces.RemoveAll(trace => (trace.Origin & origin) != 0), Atoms);

    /// <summary>The same value, of which something more is known.</summary>
    public Value Marked(Origin origin, IOperation source) => (Origins & origin) == origin ? this : new(_plain, Traces.Add(new(origin, source, null, 0, ImmutableArray<IOperation>.Empty)), Atoms);

    /// <summary>The same value, which went through an operation.</summary>
    public Value Via(IOperation hop) => Traces.IsEmpty ? this : Mapped(trace => trace.Via(hop), Atoms);

    /// <summary>The same value, encoded or checked for some kinds of sinks.</summary>
    public Value CleanedFor(ulong kinds) => kinds == 0 || Traces.IsEmpty ? this : Mapped(trace => trace with { CleanFor = trace.CleanFor | kinds }, Atoms);

    /// <summary>As a part of a longer text, written by an expression.</summary>
    public Value AsPart(IOperation part) => Traces.IsEmpty ? Opaque() : Mapped(trace => trace.IsJoined ? trace : trace with { Hole = part }, default);

    /// <summary>Two texts, one after the other.</summary>
    public Value Concat(Value next)
    {
        if (TryConstant(out var left) && next.TryConstant(out var right) && Length(left) + Length(right) < MaxFoldedLength)
            return Constant(string.Concat(left, right));
        return Opaque().Join(next.Opaque());
    }

    private static Value Of(Origin origin, IOperation? source, ImmutableArray<object?> atoms)
    {
        const Origin Plain = Safe | Origin.Budget;
        return (origin & ~Plain) == 0 ? new(origin, ImmutableArray<Trace>.Empty, atoms) : new(origin & Plain, ImmutableArray.Create(new Trace(origin & ~Plain, source, null, 0, ImmutableArray<IOperation>.Empty)), atoms);
    }

    private static int Length(object? constant) => (constant as string)?.Length ?? 20;

    private Value Mapped(Func<Trace, Trace> map, ImmutableArray<object?> atoms)
    {
        var traces = ImmutableArray.CreateBuilder<Trace>(Traces.Length);
        foreach (var trace in Traces) traces.Add(map(trace));
        return new(_plain, traces.MoveToImmutable(), atoms);
    }

    private ImmutableArray<Trace> JoinTraces(ImmutableArray<Trace> others)
    {
        if (others.IsEmpty) return Traces;
        var all = Traces;
        foreach (var other in others)
        {
            var known = -1;
            for (var i = 0; i < all.Length && known < 0; i++)
                if (all[i].Origin == other.Origin) known = i;
            all = known < 0 ? all.Add(other) : all.SetItem(known, all[known].Join(other));
        }
        return all;
    }

    private static ImmutableArray<object?> JoinAtoms(ImmutableArray<object?> a, ImmutableArray<object?> b)
    {
        if (a.IsDefault || b.IsDefault) return default;
        var all = a;
        foreach (var atom in b)
            if (!all.Contains(atom)) all = all.Add(atom);
        return all.Length > MaxAtoms ? default : all;
    }
}
