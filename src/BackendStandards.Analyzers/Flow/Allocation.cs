using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>An object made at a known place: what a virtual call on it runs, and what an <c>is</c> says of it, is known.</summary>
internal sealed record Allocation(ITypeSymbol Type)
{
    public bool Equals(Allocation? other) => other is not null && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
}
