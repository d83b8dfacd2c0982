using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>The call through which a body was entered; none means any caller.</summary>
internal sealed class Frame(IOperation call, Point at, Frame? parent)
{
    public IOperation Call { get; } = call;

    /// <summary>Where the call stands in its own graph.</summary>
    public Point At { get; } = at;

    public Frame? Parent { get; } = parent;

    public int Depth { get; } = (parent?.Depth ?? 0) + 1;

    /// <summary>Whether the same call was entered already: recursion.</summary>
    public bool Holds(IOperation call)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
            if (ReferenceEquals(frame.Call, call)) return true;
        return false;
    }
}
