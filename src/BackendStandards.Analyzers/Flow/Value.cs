using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>The join of everything that a value may be: its origins, and the exact list of constants where it can be listed.</summary>
internal sealed class Value
{
    private const int MaxConstants = 6;

    /// <summary>Longer texts are not folded: nobody asks for them, and ten thousand concatenations would cost the square of their length.</summary>
    private const int MaxFoldedLength = 2000;

    private const Origin Safe = Origin.Constant | Origin.Harmless | Origin.Budget;

    /// <summary>Nothing: the start of a join.</summary>
    public static readonly Value Bottom = new(Origin.None, Origin.None, ImmutableArray<object?>.Empty, null, null);

    /// <summary>The answer to a question that is being asked already: it adds nothing, but the constants are no longer all of them.</summary>
    public static readonly Value Cycle = Of(Origin.None);

    private Value(Origin origins, Origin joined, ImmutableArray<object?> constants, IOperation? source, IOperation? hole) =>
        (Origins, Joined, Constants, Source, Hole) = (origins, joined, constants, source, hole);

    /// <summary>All origins.</summary>
    public Origin Origins { get; }

    /// <summary>Those origins that were joined into a longer text on the way, rather than arriving whole.</summary>
    public Origin Joined { get; }

    /// <summary>The constants that the value may be, all of them; default where that is not known.</summary>
    public ImmutableArray<object?> Constants { get; }

    /// <summary>Where the worst origin enters: a parameter, a call.</summary>
    public IOperation? Source { get; }

    /// <summary>The expression that was joined into a text and brought the worst origin with it.</summary>
    public IOperation? Hole { get; }

    /// <summary>The origins that are neither constant nor harmless, and were not given up.</summary>
    public Origin Doubtful => Origins & ~Safe;

    /// <summary>Whether every origin is constant or harmless, for sure.</summary>
    public bool IsSafe => (Origins & ~(Origin.Constant | Origin.Harmless)) == 0;

    private bool IsBottom => Origins == Origin.None && !Constants.IsDefault && Constants.IsEmpty;

    public static Value Of(Origin origins, IOperation? source = null) => new(origins, Origin.None, default, source, null);

    public static Value Constant(object? value) => new(Origin.Constant, Origin.None, ImmutableArray.Create(value), null, null);

    /// <summary>The one constant that this value certainly is.</summary>
    public bool TryConstant(out object? value)
    {
        value = Constants.IsDefault || Constants.Length != 1 ? null : Constants[0];
        return !Constants.IsDefault && Constants.Length == 1;
    }

    /// <summary>Either of two values.</summary>
    public Value Join(Value other)
    {
        if (ReferenceEquals(this, other) || other.IsBottom) return this;
        if (IsBottom) return other;
        var worse = other.Doubtful > Doubtful ? other : this;
        var better = ReferenceEquals(worse, this) ? other : this;
        return new(Origins | other.Origins, Joined | other.Joined, JoinConstants(Constants, other.Constants), worse.Source ?? better.Source, worse.Hole ?? better.Hole);
    }

    /// <summary>The same origins, but another value: what a pass-through returns.</summary>
    public Value Opaque() => Constants.IsDefault ? this : new(Origins, Joined, default, Source, Hole);

    /// <summary>As a part of a longer text, written by an expression.</summary>
    public Value AsPart(IOperation part) =>
        Doubtful == 0 ? Opaque() : new(Origins, Joined | Doubtful, default, Source, Joined == Origin.None || Hole is null ? part : Hole);

    /// <summary>Two texts, one after the other.</summary>
    public Value Concat(Value next)
    {
        if (TryConstant(out var left) && next.TryConstant(out var right) && Length(left) + Length(right) < MaxFoldedLength)
            return Constant(string.Concat(left, right));
        return Opaque().Join(next.Opaque());
    }

    private static int Length(object? constant) => (constant as string)?.Length ?? 20;

    private static ImmutableArray<object?> JoinConstants(ImmutableArray<object?> a, ImmutableArray<object?> b)
    {
        if (a.IsDefault || b.IsDefault) return default;
        var all = a;
        foreach (var constant in b)
            if (!all.Contains(constant)) all = all.Add(constant);
        return all.Length > MaxConstants ? default : all;
    }
}
