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
        if (!block.IsReachable || block.Kind == BasicBlockKind.Entry || !MayPrune(graph, frame)) return block.IsReachable;
        if (!IsAnswered(Asked.Of(block, graph, frame), out var value, out var opened)) value = Close(opened, Value.Constant(LeadsToEntry(block, graph, frame)));
        return !value.TryConstant(out var answer) || answer is not false;
    }

    /// <summary>Whether some condition could have a constant outcome at all: else every block that the compiler left runs.</summary>
    private bool MayPrune(FlowGraph graph, Frame? frame)
    {
        var key = (graph, frame is not null);
        if (flow.Prunes.TryGetValue(key, out var known)) return known;
        var may = graph.Branches && graph.Graph.Blocks.Any(block => graph.NeverLeaves(block) || (block.BranchValue is { } condition && block.ConditionKind != ControlFlowConditionKind.None && MayFold(condition, frame, 0)));
        return flow.Prunes.GetOrAdd(key, may);
    }

    private bool LeadsToEntry(BasicBlock block, FlowGraph graph, Frame? frame)
    {
        var seen = new HashSet<(int, bool)> { (block.Ordinal, false), (block.Ordinal, true) };
        var work = new Stack<(BasicBlock Block, ControlFlowBranch? Next)>();
        var cameFrom = new Dictionary<int, int>();
        work.Push((block, null));
        while (work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (next, onward) = work.Pop();
            if (next.Kind == BasicBlockKind.Entry || (onward is not null && IsKnownToRun(next, graph, frame)))
            {
                // Every block on the way runs too: ten thousand of them are gone through once. Each was found from one that was found before, so the way ends.
                for (var on = next.Ordinal; _cycles.IsEmpty && cameFrom.TryGetValue(on, out var after) && after != block.Ordinal; on = after)
                {
                    cancellation.ThrowIfCancellationRequested();
                    KeepRuns(graph.Block(after), graph, frame);
                }
                return true;
            }
            foreach (var branch in next.Predecessors)
                if (!seen.Contains((branch.Source.Ordinal, branch.IsConditionalSuccessor)) && IsFeasible(branch, graph, frame) && FollowsOn(branch, onward, graph, frame))
                {
                    seen.Add((branch.Source.Ordinal, branch.IsConditionalSuccessor));
                    if (!cameFrom.ContainsKey(branch.Source.Ordinal)) cameFrom.Add(branch.Source.Ordinal, next.Ordinal);
                    work.Push((branch.Source, branch));
                }
            // A handler runs where its try block does.
            if (TryOfHandler(next) is { } region && seen.Add((region.FirstBlockOrdinal, false)))
            {
                // Without it a loop around both leads from the try block back to it.
                if (!cameFrom.ContainsKey(region.FirstBlockOrdinal)) cameFrom.Add(region.FirstBlockOrdinal, next.Ordinal);
                work.Push((graph.Block(region.FirstBlockOrdinal), null));
            }
        }
        return false;
    }

    private bool IsKnownToRun(BasicBlock block, FlowGraph graph, Frame? frame) =>
        answers.Find(Asked.Of(block, graph, frame)) is { Value: { } known, By: null } && known.TryConstant(out var alive) && alive is true;

    private void KeepRuns(BasicBlock block, FlowGraph graph, Frame? frame)
    {
        var asked = Asked.Of(block, graph, frame);
        if (answers.Find(asked) is null) answers.Add(asked).Value = Value.Constant(true);
    }
}
