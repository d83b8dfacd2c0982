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
        var seen = new HashSet<(int, bool)> { (block.Ordinal, false), (block.Ordinal, true) };
        var work = new Stack<(BasicBlock Block, ControlFlowBranch? Next)>();
        work.Push((block, null));
        while (work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (next, onward) = work.Pop();
            if (next.Kind == BasicBlockKind.Entry) return true;
            foreach (var branch in next.Predecessors)
                if (!seen.Contains((branch.Source.Ordinal, branch.IsConditionalSuccessor)) && IsFeasible(branch, graph, frame) && FollowsOn(branch, onward, graph, frame))
                {
                    seen.Add((branch.Source.Ordinal, branch.IsConditionalSuccessor));
                    work.Push((branch.Source, branch));
                }
            // A handler runs where its try block does.
            if (TryOfHandler(next) is { } region && seen.Add((region.FirstBlockOrdinal, false))) work.Push((graph.Block(region.FirstBlockOrdinal), null));
        }
        return false;
    }
}
