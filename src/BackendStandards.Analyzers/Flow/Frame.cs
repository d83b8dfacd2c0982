using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>The call through which a body was entered; none means any caller. Interned by the model, so that it can be a key.</summary>
internal sealed class Frame(IOperation call, FlowGraph graph, Point at, Frame? parent, Closure? closure)
{
    public IOperation Call { get; } = call;

    /// <summary>The body that was entered.</summary>
    public FlowGraph Graph { get; } = graph;

    /// <summary>Where the call stands in its own graph.</summary>
    public Point At { get; } = at;

    public Frame? Parent { get; } = parent;

    /// <summary>The delegate through which it was entered.</summary>
    public Closure? Closure { get; } = closure;

    public int Depth { get; } = (parent?.Depth ?? 0) + 1;

    /// <summary>How often the same call was entered already: recursion.</summary>
    public int CountOf(IOperation call)
    {
        var count = 0;
        for (var frame = this; frame is not null; frame = frame.Parent)
            if (ReferenceEquals(frame.Call, call)) count++;
        return count;
    }
}
