using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>A place that holds a value: a variable, <c>this</c>, a static field or a flow capture, then members and elements below it.</summary>
internal sealed class AccessPath(object root, ImmutableArray<object> steps) : IEquatable<AccessPath>
{
    private int _hash;

    /// <summary>Deeper paths are not told apart.</summary>
    public const int MaxSteps = 4;

    /// <summary>The root of what hangs below the object itself.</summary>
    public static readonly object This = new();

    /// <summary>An <see cref="ISymbol"/>, a capture id, or <see cref="This"/>.</summary>
    public object Root { get; } = root;

    /// <summary>From the root on: an <see cref="ISymbol"/> (field, auto-property, event, a primary constructor's parameter) or an <see cref="Element"/>.</summary>
    public ImmutableArray<object> Steps { get; } = steps;

    /// <summary>Whether the root is a static member.</summary>
    public bool IsStatic => Root is ISymbol { IsStatic: true } and not IMethodSymbol;

    public static AccessPath Of(object root) => new(root, ImmutableArray<object>.Empty);

    /// <summary>One step further; null where that is too deep.</summary>
    public AccessPath? Add(object step) => Steps.Length >= MaxSteps ? null : new(Root, Steps.Add(step));

    /// <summary>Several steps further; null where that is too deep.</summary>
    public AccessPath? Add(ImmutableArray<object> steps) => Steps.Length + steps.Length > MaxSteps ? null : new(Root, Steps.AddRange(steps));

    /// <summary>
    /// The steps that <paramref name="longer"/> has below this path; default where this is no prefix of it.
    /// Not <paramref name="exact"/> where an element's index is not known.
    /// </summary>
    public ImmutableArray<object> Below(AccessPath longer, out bool exact)
    {
        exact = true;
        if (!Same(Root, longer.Root) || Steps.Length > longer.Steps.Length) return default;
        for (var i = 0; i < Steps.Length; i++)
        {
            if (Same(Steps[i], longer.Steps[i]))
            {
                exact &= Steps[i] is not Element { Index: null };
                continue;
            }
            if (Steps[i] is not Element a || longer.Steps[i] is not Element b || (a.Index is not null && b.Index is not null)) return default;
            exact = false;
        }
        return longer.Steps.RemoveRange(0, Steps.Length);
    }

    /// <summary>Whether this path is a prefix of another, or the same.</summary>
    public bool Holds(AccessPath longer) => !Below(longer, out _).IsDefault;

    public bool Equals(AccessPath? other)
    {
        if (other is null || Steps.Length != other.Steps.Length || !Same(Root, other.Root)) return false;
        for (var i = 0; i < Steps.Length; i++)
            if (!Same(Steps[i], other.Steps[i])) return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as AccessPath);

    public override int GetHashCode()
    {
        if (_hash != 0) return _hash;
        var hash = Hash(Root);
        foreach (var step in Steps) hash = unchecked((hash * 31) + Hash(step));
        return _hash = hash;
    }

    /// <summary>Whether two roots or steps are the same.</summary>
    public static bool Same(object a, object b) => a is ISymbol x && b is ISymbol y ? SymbolEqualityComparer.Default.Equals(x, y) : a.Equals(b);

    private static int Hash(object value) => value is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : value.GetHashCode();
}
