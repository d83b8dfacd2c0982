using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>A place that holds a value: a variable, <c>this</c>, a static field or a flow capture, then fields and properties below it.</summary>
internal sealed class AccessPath(object root, ImmutableArray<ISymbol> steps) : IEquatable<AccessPath>
{
    /// <summary>Deeper paths are not told apart.</summary>
    public const int MaxSteps = 4;

    /// <summary>The root of what hangs below the object itself.</summary>
    public static readonly object This = new();

    /// <summary>An <see cref="ISymbol"/>, a capture id, or <see cref="This"/>.</summary>
    public object Root { get; } = root;

    /// <summary>Fields and auto-properties, from the root on.</summary>
    public ImmutableArray<ISymbol> Steps { get; } = steps;

    public static AccessPath Of(object root) => new(root, ImmutableArray<ISymbol>.Empty);

    /// <summary>One step further; null where that is too deep.</summary>
    public AccessPath? Add(ISymbol step) => Steps.Length >= MaxSteps ? null : new(Root, Steps.Add(step));

    /// <summary>The steps that <paramref name="longer"/> has below this path; default where this is no prefix of it.</summary>
    public ImmutableArray<ISymbol> Below(AccessPath longer)
    {
        if (!Same(Root, longer.Root) || Steps.Length > longer.Steps.Length) return default;
        for (var i = 0; i < Steps.Length; i++)
            if (!SymbolEqualityComparer.Default.Equals(Steps[i], longer.Steps[i])) return default;
        return longer.Steps.RemoveRange(0, Steps.Length);
    }

    public bool Equals(AccessPath? other) => other is not null && Steps.Length == other.Steps.Length && !Below(other).IsDefault;

    public override bool Equals(object? obj) => Equals(obj as AccessPath);

    public override int GetHashCode() => Steps.Aggregate(Hash(Root), static (hash, step) => unchecked((hash * 31) + Hash(step)));

    private static bool Same(object a, object b) => a is ISymbol x && b is ISymbol y ? SymbolEqualityComparer.Default.Equals(x, y) : a.Equals(b);

    private static int Hash(object value) => value is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : value.GetHashCode();
}
