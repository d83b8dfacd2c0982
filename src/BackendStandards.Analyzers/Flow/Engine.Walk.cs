using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What a place holds at a point: the definitions that reach it, found by walking the graph backward.</summary>
internal sealed partial class Engine
{
    private enum Hit
    {
        None,

        /// <summary>Writes it perhaps, or a part of it: what was there before counts too.</summary>
        Maybe,

        /// <summary>Writes it for sure.</summary>
        Certain,
    }

    private Value Read(AccessPath path, Point at, Frame? frame, IOperation asked)
    {
        cancellation.ThrowIfCancellationRequested();
        return IsAnswered(Asked.Of(path, at, frame), out var value, out var opened) ? value : Close(opened, Replayed(path, at, frame, asked) ?? Walk(path, at, frame, asked));
    }

    private Value Walk(AccessPath path, Point at, Frame? frame, IOperation asked)
    {
        var outer = _asked;
        _asked = asked;
        var value = WalkBack(path, at, frame, asked);
        _asked = outer;
        return value;
    }

    private Value WalkBack(AccessPath path, Point at, Frame? frame, IOperation asked)
    {
        var value = Value.Bottom;
        var seen = new HashSet<(int Block, bool Conditional, ulong Clean)>();
        var work = new Stack<(int Block, int Index, ControlFlowBranch? Next, ulong Clean)>();
        work.Push((at.Block, at.Index, null, 0));
        while (work.Count > 0)
        {
            var (ordinal, index, next, clean) = work.Pop();
            var block = at.Graph.Block(ordinal);
            var found = Value.Bottom;
            var ended = Scan(path, block, index, at, frame, ref found);
            value = value.Join(found.CleanedFor(clean));
            if (ended) continue;
            if (++_steps > _maxSteps) return value.Join(Value.Of(Origin.Budget));
            if (block.Kind == BasicBlockKind.Entry)
            {
                value = value.Join(AtEntry(path, at.Graph, frame, asked).CleanedFor(clean));
                continue;
            }
            foreach (var branch in block.Predecessors)
            {
                if (!IsFeasible(branch, at.Graph, frame) || !FollowsOn(branch, next, at.Graph, frame) || !IsLive(branch.Source, at.Graph, frame)) continue;
                var before = Value.Bottom;
                var replaced = ScanFinally(path, branch, at, frame, ref before);
                value = value.Join(before.CleanedFor(clean));
                if (replaced) continue;
                if (Narrowed(branch, path, at.Graph, frame, out var cleaned)) value = value.Join(Value.Of(Origin.Constant));
                else if (seen.Add((branch.Source.Ordinal, branch.IsConditionalSuccessor, clean | cleaned))) work.Push((branch.Source.Ordinal, int.MaxValue, branch, clean | cleaned));
            }
            // The graph has no edges into handlers. They are entered with what held before the try block or at one of its exits: joining every
            // point between would report each value that the try block itself replaces.
            if (TryOfHandler(block) is not { } region) continue;
            if (seen.Add((~region.FirstBlockOrdinal, false, clean))) work.Push((region.FirstBlockOrdinal, 0, null, clean));
            for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
                if (Leaves(at.Graph.Block(i), region) && IsLive(at.Graph.Block(i), at.Graph, frame) && seen.Add((i, false, clean))) work.Push((i, int.MaxValue, null, clean));
        }
        return value;
    }

    /// <summary>
    /// Looks for definitions in one block, from its end; true where one is certain. The start is where the walk began: an object that a variable holds for
    /// good is read there, so that what was put into it since is seen.
    /// </summary>
    private bool Scan(AccessPath path, BasicBlock block, int index, Point start, Frame? frame, ref Value value)
    {
        var graph = start.Graph;
        for (var i = Math.Min(index - 1, block.Operations.Length); i >= 0; i--)
        {
            if (FlowGraph.OperationAt(block, i) is not { } statement) continue;
            if (flow.Question == FlowQuestion.Absence && IsUsedAsFound(statement, path, new Point(graph, block.Ordinal, i), frame))
            {
                value = value.Join(Value.Of(Origin.Constant));
                return true;
            }
            foreach (var operation in graph.EffectsOf(statement))
            {
                var hit = Effect(operation, path, new Point(graph, block.Ordinal, i), start, frame, out var written);
                if (hit == Hit.None) continue;
                value = value.Join(written);
                if (hit == Hit.Certain) return true;
            }
        }
        return false;
    }

    /// <summary>Walks the finally blocks that a branch runs, the last first; true where every way through one certainly writes the path.</summary>
    private bool ScanFinally(AccessPath path, ControlFlowBranch branch, Point start, Frame? frame, ref Value value)
    {
        for (var r = branch.FinallyRegions.Length - 1; r >= 0; r--)
        {
            var region = branch.FinallyRegions[r];
            var (through, seen, work) = (false, new HashSet<int>(), new Stack<int>());
            for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
                if (start.Graph.Block(i).FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling && seen.Add(i)) work.Push(i);
            // One that never ends says nothing.
            if (work.Count == 0) continue;
            while (work.Count > 0)
            {
                var block = start.Graph.Block(work.Pop());
                if (Scan(path, block, int.MaxValue, start, frame, ref value)) continue;
                through |= block.Ordinal == region.FirstBlockOrdinal;
                foreach (var into in block.Predecessors)
                    if (block.Ordinal != region.FirstBlockOrdinal && IsFeasible(into, start.Graph, frame) && seen.Add(into.Source.Ordinal)) work.Push(into.Source.Ordinal);
            }
            if (!through) return true;
        }
        return false;
    }

    private static ControlFlowRegion? TryOfHandler(BasicBlock block)
    {
        // The chain of a lambda's graph goes on into the graph around it: stop at the root.
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root } && region.FirstBlockOrdinal == block.Ordinal; region = region.EnclosingRegion)
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                return region.EnclosingRegion?.NestedRegions.FirstOrDefault(inner => inner.Kind == ControlFlowRegionKind.Try);
        return null;
    }

    private static bool Leaves(BasicBlock block, ControlFlowRegion region) => block.IsReachable
        && (Leaves(block.FallThroughSuccessor, region) || Leaves(block.ConditionalSuccessor, region));

    private static bool Leaves(ControlFlowBranch? branch, ControlFlowRegion region) => branch is not null
        && (branch.Destination is not { } next || next.Ordinal > region.LastBlockOrdinal || next.Ordinal < region.FirstBlockOrdinal);
}
