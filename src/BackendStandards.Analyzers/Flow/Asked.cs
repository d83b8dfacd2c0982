using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>A question inside a question, as a key: what an expression is, what a place holds at a point, what is written to a member, whether a block runs.</summary>
internal readonly struct Asked : IEquatable<Asked>
{
    private readonly object _what;
    private readonly object? _where;
    private readonly Frame? _frame;
    private readonly int _block;
    private readonly int _index;

    private Asked(object what, object? where, Frame? frame, int block, int index) => (_what, _where, _frame, _block, _index) = (what, where, frame, block, index);

    /// <summary>What an expression is.</summary>
    public static Asked Of(IOperation operation, Frame? frame) => new(operation, null, frame, 0, 0);

    /// <summary>What a place holds at a point.</summary>
    public static Asked Of(AccessPath path, Point at, Frame? frame) => new(path, at.Graph, frame, at.Block, at.Index);

    /// <summary>What is written to a member anywhere.</summary>
    public static Asked Of(AccessPath member) => new(member, null, null, 0, 0);

    /// <summary>Whether a block runs.</summary>
    public static Asked Of(BasicBlock block, FlowGraph graph, Frame? frame) => new(graph, null, frame, block.Ordinal, 0);

    /// <inheritdoc/>
    public bool Equals(Asked other) => _block == other._block && _index == other._index && ReferenceEquals(_frame, other._frame) && ReferenceEquals(_where, other._where)
        && (ReferenceEquals(_what, other._what) || (_what is AccessPath path && path.Equals(other._what as AccessPath)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Asked other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((((((_what.GetHashCode() * 31) + (_where?.GetHashCode() ?? 0)) * 31) + (_frame?.GetHashCode() ?? 0)) * 31) + _block) * 31) + _index);
}
