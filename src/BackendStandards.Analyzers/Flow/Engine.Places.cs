using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What a variable holds at a point: the definitions that reach it, found by walking the graph backward.</summary>
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

    /// <summary>The place that an expression names; null where it names none. A written place is followed through the capture of its reference.</summary>
    private AccessPath? PathOf(IOperation? operation, Point at, Frame? frame, bool written = false)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local: return AccessPath.Of(local.Local);
            case IParameterReferenceOperation parameter: return AccessPath.Of(parameter.Parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }: return AccessPath.Of(AccessPath.This);
            case IFlowCaptureReferenceOperation capture:
                return written && at.Graph.CapturesOf(capture.Id).Select(made => made.Operation.Value).FirstOrDefault() is { } captured && captured is not IFlowCaptureReferenceOperation
                    && PathOf(captured, at, frame, written) is { } path ? path : AccessPath.Of(capture.Id);
            case IConversionOperation { OperatorMethod: null } conversion: return PathOf(conversion.Operand, at, frame, written);
            case IDeclarationExpressionOperation declaration: return PathOf(declaration.Expression, at, frame, written);
            case IFieldReferenceOperation { Field: { IsConst: false } field } reference when IsInSource(field):
                return field.IsStatic ? AccessPath.Of(field.OriginalDefinition) : PathOf(reference.Instance, at, frame, written)?.Add(field.OriginalDefinition);
            case IPropertyReferenceOperation { Property: var property } reference when IsAuto(property):
                return property.IsStatic ? AccessPath.Of(property.OriginalDefinition) : PathOf(reference.Instance, at, frame, written)?.Add(property.OriginalDefinition);
            default: return null;
        }
    }

    /// <summary>A property whose value is what was written to it.</summary>
    private static bool IsAuto(IPropertySymbol property) => IsInSource(property) && !property.IsIndexer && !property.IsAbstract
        && property.OriginalDefinition is var own && own.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, own));

    private Value Read(AccessPath path, Point at, Frame? frame, IOperation asked)
    {
        cancellation.ThrowIfCancellationRequested();
        return Remember((path, at, frame), flow.Places, () => Walk(path, at, frame, asked));
    }

    private Value Walk(AccessPath path, Point at, Frame? frame, IOperation asked)
    {
        var value = Value.Bottom;
        var seen = new HashSet<int>();
        var work = new Stack<(int Block, int Index)>();
        work.Push((at.Block, at.Index));
        while (work.Count > 0)
        {
            var (ordinal, index) = work.Pop();
            var block = at.Graph.Block(ordinal);
            if (Scan(path, block, index, frame, at.Graph, ref value)) continue;
            if (++_steps > MaxSteps) return value.Join(Value.Of(Origin.Budget));
            if (block.Kind == BasicBlockKind.Entry)
            {
                value = value.Join(AtEntry(path, at.Graph, frame, asked));
                continue;
            }
            foreach (var branch in block.Predecessors)
            {
                if (!IsFeasible(branch, at.Graph, frame) || ScanFinally(path, branch, frame, at.Graph, ref value)) continue;
                if (Narrowed(branch, path, at.Graph, frame)) value = value.Join(Value.Of(Origin.Constant));
                else if (seen.Add(branch.Source.Ordinal)) work.Push((branch.Source.Ordinal, int.MaxValue));
            }
            // The graph has no edges into handlers. They are entered with what held before the try block or at one of its exits: joining every
            // point between would report each value that the try block itself replaces.
            if (TryOfHandler(block) is not { } region) continue;
            foreach (var into in at.Graph.Block(region.FirstBlockOrdinal).Predecessors)
                if (seen.Add(into.Source.Ordinal)) work.Push((into.Source.Ordinal, int.MaxValue));
            for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
                if (Leaves(at.Graph.Block(i), region) && seen.Add(i)) work.Push((i, int.MaxValue));
        }
        return value;
    }

    /// <summary>Looks for definitions in one block, from its end; true where one is certain.</summary>
    private bool Scan(AccessPath path, BasicBlock block, int index, Frame? frame, FlowGraph graph, ref Value value)
    {
        for (var i = Math.Min(index - 1, block.Operations.Length); i >= 0; i--)
        {
            if (FlowGraph.OperationAt(block, i) is not { } statement) continue;
            foreach (var operation in graph.EffectsOf(statement))
            {
                var hit = Effect(operation, path, new Point(graph, block.Ordinal, i), frame, out var written);
                if (hit == Hit.None) continue;
                value = value.Join(written);
                if (hit == Hit.Certain) return true;
            }
        }
        return false;
    }

    /// <summary>Reads the finally blocks that a branch runs, the last first; true where one certainly writes the path.</summary>
    private bool ScanFinally(AccessPath path, ControlFlowBranch branch, Frame? frame, FlowGraph graph, ref Value value)
    {
        for (var r = branch.FinallyRegions.Length - 1; r >= 0; r--)
            for (var i = branch.FinallyRegions[r].LastBlockOrdinal; i >= branch.FinallyRegions[r].FirstBlockOrdinal; i--)
                if (Scan(path, graph.Block(i), int.MaxValue, frame, graph, ref value) && branch.FinallyRegions[r].FirstBlockOrdinal == i) return true;
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

    private Hit Effect(IOperation operation, AccessPath path, Point at, Frame? frame, out Value value)
    {
        value = Value.Bottom;
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                if (!path.Root.Equals(capture.Id)) return Hit.None;
                value = Below(capture.Value, path.Steps, at, frame);
                return Hit.Certain;
            case ISimpleAssignmentOperation assignment:
                return Assigned(assignment.Target, assignment.Value, path, at, frame, ref value);
            case ICompoundAssignmentOperation compound when Target(compound.Target, path, at, frame, out var exact):
                value = compound.Type?.SpecialType == SpecialType.System_String
                    ? Part(compound.Target, at, frame).Concat(Part(compound.Value, at, frame))
                    : Eval(compound.Target, at, frame).Join(Eval(compound.Value, at, frame)).Opaque();
                return exact ? Hit.Certain : Hit.Maybe;
            case ICoalesceAssignmentOperation coalesce when Target(coalesce.Target, path, at, frame, out _):
                value = Eval(coalesce.Value, at, frame);
                return Hit.Maybe;
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstructed(deconstruction.Target, deconstruction.Value, path, at, frame, ref value);
            case IIncrementOrDecrementOperation step when Target(step.Target, path, at, frame, out var exact):
                value = Value.Of(Origin.Harmless);
                return exact ? Hit.Certain : Hit.Maybe;
            case IIsPatternOperation test:
                return Declared(test.Pattern, test.Value, path, at, frame, ref value);
            case IInvocationOperation call:
                return Called(call, call.TargetMethod, call.Instance, call.Arguments, path, at, frame, ref value);
            case IObjectCreationOperation creation:
                return Called(creation, creation.Constructor, null, creation.Arguments, path, at, frame, ref value);
            case IFlowAnonymousFunctionOperation lambda:
                // It may run from here on, and write a variable around it.
                if (path.Root is not (ILocalSymbol or IParameterSymbol) || at.Graph.Nested(lambda.Syntax) is not { } body || !MayWrite(body, (ISymbol)path.Root)) return Hit.None;
                value = Read(path, body.Exit, frame, lambda);
                return Hit.Maybe;
            default:
                return Hit.None;
        }
    }

    private Hit Assigned(IOperation target, IOperation assigned, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        // map["x"] = v puts v into map.
        if (target is IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } collection } && PathOf(collection, at, frame, written: true) is { } held && held.Equals(path)
            || target is IArrayElementReferenceOperation array && PathOf(array.ArrayReference, at, frame, written: true) is { } elements && elements.Equals(path))
        {
            value = Text(assigned, at, frame).Opaque();
            return Hit.Maybe;
        }
        if (PathOf(target, at, frame, written: true) is not { } written) return Hit.None;
        var below = written.Below(path);
        if (!below.IsDefault)
        {
            value = Below(assigned, below, at, frame);
            return Hit.Certain;
        }
        if (path.Below(written).IsDefault) return Hit.None;
        value = Text(assigned, at, frame).Opaque();
        return Hit.Maybe;
    }

    private bool Target(IOperation target, AccessPath path, Point at, Frame? frame, out bool exact)
    {
        exact = false;
        if (PathOf(target, at, frame, written: true) is not { } written) return false;
        exact = written.Equals(path);
        return exact || !path.Below(written).IsDefault;
    }

    /// <summary>The members below an expression: of a place its own, of anything else all that it holds.</summary>
    private Value Below(IOperation operation, System.Collections.Immutable.ImmutableArray<ISymbol> steps, Point at, Frame? frame)
    {
        if (steps.IsEmpty) return Eval(operation, at, frame);
        // A record's "with" fills a copy.
        if (operation is IInvocationOperation { TargetMethod.Name: CloneMethod, Instance: { } original }) return Below(original, steps, at, frame);
        if (PathOf(operation, at, frame) is not { } place) return Text(operation, at, frame).Opaque();
        foreach (var step in steps)
        {
            if (place.Add(step) is not { } longer) return Eval(operation, at, frame).Opaque();
            place = longer;
        }
        return Read(place, at, frame, operation);
    }

    private Hit Deconstructed(IOperation target, IOperation source, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        var target1 = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target1 is not ITupleOperation tuple) return Hit.None;
        var sources = source is IConversionOperation { Operand: ITupleOperation converted } ? converted : source as ITupleOperation;
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var part = sources is not null && i < sources.Elements.Length ? sources.Elements[i] : source;
            var hit = tuple.Elements[i] is ITupleOperation ? Deconstructed(tuple.Elements[i], part, path, at, frame, ref value) : Assigned(tuple.Elements[i], part, path, at, frame, ref value);
            if (hit != Hit.None) return hit;
        }
        return Hit.None;
    }

    private Hit Declared(IPatternOperation pattern, IOperation matched, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        var declares = pattern.DescendantsAndSelf().Any(part => part switch
        {
            IDeclarationPatternOperation declaration => Is(declaration.DeclaredSymbol, path.Root),
            IRecursivePatternOperation recursive => Is(recursive.DeclaredSymbol, path.Root),
            IListPatternOperation list => Is(list.DeclaredSymbol, path.Root),
            _ => false,
        });
        if (!declares) return Hit.None;
        value = pattern is IDeclarationPatternOperation ? Below(matched, path.Steps, at, frame) : Eval(matched, at, frame).Opaque();
        return Hit.Certain;
    }

    private static bool Is(ISymbol? symbol, object root) => symbol is not null && root is ISymbol other && SymbolEqualityComparer.Default.Equals(symbol, other);
}
