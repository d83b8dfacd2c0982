using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Which blocks can run at all, as far as constant conditions tell.</summary>
internal sealed partial class Engine
{
    private bool IsReachable(Point at, Frame? frame) => IsLive(at.Graph.Block(at.Block), at.Graph, frame)
        && (at.Graph.Outer is null || frame is not null || at.Graph.IsLocalFunction || IsReachable(at.Graph.Made, null));

    /// <summary>
    /// Whether a block can run. Conditions are read like any other value, and may ask about blocks before them: a question that is open already
    /// is answered with yes, and what rests on that answer is not kept.
    /// </summary>
    private bool IsLive(BasicBlock block, FlowGraph graph, Frame? frame)
    {
        if (!block.IsReachable || block.Kind == BasicBlockKind.Entry || !graph.Branches) return block.IsReachable;
        return !Remember((graph, block.Ordinal, frame), flow.Live, () => Value.Constant(LeadsToEntry(block, graph, frame))).TryConstant(out var answer) || answer is not false;
    }

    private bool LeadsToEntry(BasicBlock block, FlowGraph graph, Frame? frame)
    {
        var seen = new HashSet<int> { block.Ordinal };
        var work = new Stack<BasicBlock>();
        work.Push(block);
        while (work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = work.Pop();
            if (next.Kind == BasicBlockKind.Entry) return true;
            foreach (var branch in next.Predecessors)
                if (!seen.Contains(branch.Source.Ordinal) && IsFeasible(branch, graph, frame))
                {
                    seen.Add(branch.Source.Ordinal);
                    work.Push(branch.Source);
                }
            // A handler runs where its try block does.
            if (TryOfHandler(next) is { } region && seen.Add(region.FirstBlockOrdinal)) work.Push(graph.Block(region.FirstBlockOrdinal));
        }
        return false;
    }
}
