using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// A list, queue, stack or linked list of one body, filled and emptied in straight-line code, is replayed: so what was taken out again,
/// or stands at another place, is not taken for what is read. Anything else about it, and "what was put in" is the answer.
/// </summary>
internal sealed partial class Engine
{
    private static readonly HashSet<string> Replayable = new(StringComparer.Ordinal) { "List", "Queue", "Stack", "LinkedList", "ArrayList" };

    private static bool IsReplayable(ILocalSymbol local) => local.Type is IArrayTypeSymbol { Rank: 1 } || (Replayable.Contains(local.Type.Name) && !IsInSource(local.Type));

    /// <summary>The elements that a local collection holds when the asking operation of the point's statement runs, in order; null where that cannot be said.</summary>
    private List<(IOperation Value, Point At)>? Replay(ILocalSymbol local, Point at, Frame? frame, IOperation until)
    {
        if (!IsReplayable(local)) return null;
        if (Chain(local, at, frame) is not { } chain || !IsOnlyUsedHere(local, at.Graph, chain, at)) return null;
        var elements = new List<(IOperation, Point)>();
        var begun = false;
        foreach (var (operation, there) in chain)
        {
            if (ReferenceEquals(operation, until)) return begun ? elements : null;
            if (operation is ISimpleAssignmentOperation assignment && IsReference(assignment.Target, local, there)) begun = Begin(assignment.Value, there, elements);
            else if (operation is IInvocationOperation { Instance: { } instance } call && (IsReference(instance, local, there) || IsInitialized(instance, local, there)))
            {
                begun |= Plain(instance) is IFlowCaptureReferenceOperation;
                if (!Replay(call, there, elements, frame)) return null;
            }
            else if (operation is ISimpleAssignmentOperation { Target: var target } write && Indexed(target) is var (indexed, position) && IsReference(indexed, local, there))
            {
                if (!Eval(position, there, frame).TryConstant(out var index) || index is not int place || place < 0 || place >= elements.Count) return null;
                elements[place] = (write.Value, there);
            }
        }
        return begun ? elements : null;
    }

    private static (IOperation Collection, IOperation Index)? Indexed(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Arguments: { Length: 1 } arguments, Instance: { } instance } => (instance, arguments[0].Value),
        IArrayElementReferenceOperation { Indices: { Length: 1 } indices } array => (array.ArrayReference, indices[0]),
        _ => null,
    };

    /// <summary>What a call or property takes from a replayed collection; null where it is none.</summary>
    private Value? Replayed(IOperation call, ISymbol member, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        if (member.Name is not ("First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "ElementAt" or "ElementAtOrDefault" or "Peek" or "Dequeue" or "Pop" or "Value" or "Skip" or "Take" or "SkipLast" or "TakeLast")) return null;
        // list.First.Value of a linked list.
        if (member.Name == "Value")
            return instance is IPropertyReferenceOperation { Property.Name: "First" or "Last", Instance: { } linked } end && linked.Type?.Name == "LinkedList" ? Replayed(call, end.Property, linked, ImmutableArray<IArgumentOperation>.Empty, steps, at, frame) : null;
        var collection = instance ?? (arguments.IsEmpty ? null : arguments[0].Value);
        if (collection is null || Plain(collection) is not ILocalReferenceOperation { Local: var local } || Replay(local, at, frame, call) is not { } elements) return null;
        var given = instance is null ? arguments.RemoveAt(0) : arguments;
        if (member.Name is "Skip" or "Take" or "SkipLast" or "TakeLast") return given.Length == 1 && local.Type.Name != "Stack" && Eval(given[0].Value, at, frame).TryConstant(out var count) && count is int some and >= 0 ? Part(elements, member.Name, Math.Min(some, elements.Count), frame) : null;
        if (!given.IsEmpty && !member.Name.StartsWith("ElementAt", StringComparison.Ordinal)) return null;
        var place = member.Name switch
        {
            "ElementAt" or "ElementAtOrDefault" => Eval(given[0].Value, at, frame).TryConstant(out var index) && index is int known ? known : -1,
            "First" or "FirstOrDefault" or "Dequeue" => 0,
            "Peek" or "Pop" => local.Type.Name == "Queue" ? 0 : elements.Count - 1,
            _ => elements.Count - 1,
        };
        // A stack is enumerated from its top.
        if (local.Type.Name == "Stack" && member.Name is not ("Peek" or "Pop")) place = elements.Count - 1 - place;
        return place < 0 || place >= elements.Count ? null : Below(elements[place].Value, steps, Later(elements[place].Value, steps, elements[place].At, at), frame);
    }

    private Value Part(List<(IOperation Value, Point At)> elements, string name, int count, Frame? frame)
    {
        var (first, length) = name switch { "Skip" => (count, elements.Count - count), "Take" => (0, count), "SkipLast" => (0, elements.Count - count), _ => (elements.Count - count, count) };
        var value = Value.Of(Origin.Constant);
        foreach (var (element, there) in elements.GetRange(first, length)) value = value.Join(Text(element, there, frame));
        return value.Opaque();
    }

    /// <summary>What a place in a replayed collection holds, or all of it; null where it cannot be said.</summary>
    private Value? Replayed(AccessPath path, Point at, Frame? frame, IOperation asked)
    {
        if (path.Root is not ILocalSymbol local || (!path.Steps.IsEmpty && path.Steps[0] is not Element) || !IsReplayable(local) || Replay(local, at, frame, asked) is not { } elements) return null;
        if (!path.Steps.IsEmpty && path.Steps[0] is Element { Index: int index })
        {
            var below = path.Steps.RemoveAt(0);
            return index >= 0 && index < elements.Count ? Below(elements[index].Value, below, Later(elements[index].Value, below, elements[index].At, at), frame) : Value.Bottom;
        }
        var value = Value.OfAtom(new Allocation(local.Type));
        foreach (var (element, there) in elements) value = value.Join(Below(element, path.Steps.IsEmpty ? path.Steps : path.Steps.RemoveAt(0), there, frame).Content());
        return path.Steps.IsEmpty ? value : value.Opaque();
    }

    private static bool Begin(IOperation made, Point at, List<(IOperation, Point)> elements)
    {
        switch (Plain(made))
        {
            case IFlowCaptureReferenceOperation: return true;
            case IObjectCreationOperation { Arguments.IsEmpty: true }: return true;
            case IArrayCreationOperation array when Listed(array) is { } values:
                foreach (var value in values) elements.Add((value, at));
                return true;
            case { Syntax: CollectionExpressionSyntax } expression when Listed(expression) is { } values:
                foreach (var element in values) elements.Add((element, at));
                return true;
            default: return false;
        }
    }

    /// <summary>The elements that an array or collection expression lists; of <c>new string[3]</c> three times its length, which is as harmless as null.</summary>
    private static IReadOnlyList<IOperation>? Listed(IOperation made)
    {
        switch (Plain(made))
        {
            case IArrayCreationOperation { Initializer: { } initializer }: return initializer.ElementValues.Length <= MaxChildren ? initializer.ElementValues : null;
            case IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes }: return sizes[0].ConstantValue is { HasValue: true, Value: int length and >= 0 and <= MaxChildren } ? Enumerable.Repeat(sizes[0], length).ToList() : null;
            case { Syntax: CollectionExpressionSyntax list } expression when list.Elements.All(element => element is ExpressionElementSyntax):
                var children = expression.ChildOperations.ToList();
                return children.Count == list.Elements.Count ? children : null;
            default: return null;
        }
    }

    private bool Replay(IInvocationOperation call, Point at, List<(IOperation Value, Point At)> elements, Frame? frame)
    {
        var arguments = call.Arguments;
        int? Place() => Eval(arguments[0].Value, at, frame).TryConstant(out var index) && index is int place && place >= 0 && place < elements.Count + (call.TargetMethod.Name == "Insert" ? 1 : 0) ? place : null;
        switch (call.TargetMethod.Name, arguments.Length)
        {
            case ("Add" or "Enqueue" or "Push" or "AddLast", 1): elements.Add((arguments[0].Value, at)); return true;
            case ("AddRange", 1) when Listed(arguments[0].Value) is { } more:
                foreach (var element in more) elements.Add((element, at));
                return true;
            case ("AddFirst", 1): elements.Insert(0, (arguments[0].Value, at)); return true;
            case ("Clear", 0): elements.Clear(); return true;
            case ("Reverse", 0): elements.Reverse(); return true;
            case ("Insert", 2) when Place() is { } place: elements.Insert(place, (arguments[1].Value, at)); return true;
            case ("RemoveAt", 1) when Place() is { } place: elements.RemoveAt(place); return true;
            case ("Dequeue" or "RemoveFirst", 0) when elements.Count > 0: elements.RemoveAt(0); return true;
            case ("Pop" or "RemoveLast", 0) when elements.Count > 0: elements.RemoveAt(elements.Count - 1); return true;
            default: return !Changes(call.TargetMethod.Name);
        }
    }

    private static bool Changes(string name) => name is "Add" or "AddRange" or "Enqueue" or "Push" or "AddLast" or "AddFirst" or "AddAfter" or "AddBefore" or "Clear" or "Reverse" or "Insert" or "InsertRange" or "Sort"
        || name.StartsWith("Remove", StringComparison.Ordinal) || name.StartsWith("TryP", StringComparison.Ordinal) || name.StartsWith("TryD", StringComparison.Ordinal) || name is "Dequeue" or "Pop";

    /// <summary>The effects from the making of a collection to a point, in order, where there is but one way.</summary>
    private List<(IOperation Operation, Point At)>? Chain(ILocalSymbol local, Point at, Frame? frame)
    {
        var blocks = new Stack<int>();
        var ordinal = at.Block;
        CaptureId? initialized = null;
        while (true)
        {
            blocks.Push(ordinal);
            var block = at.Graph.Block(ordinal);
            // One with an initializer is made in a capture, filled there, and then assigned.
            if (initialized is null && Assignment(block, local) is { } assignment)
            {
                if (Plain(assignment.Value) is not IFlowCaptureReferenceOperation capture) break;
                initialized = capture.Id;
            }
            if (initialized is { } id && block.Operations.Any(statement => statement is IFlowCaptureOperation made && made.Id.Equals(id))) break;
            var feasible = block.Predecessors.Where(branch => IsFeasible(branch, at.Graph, frame)).ToList();
            if (feasible.Count != 1 || blocks.Contains(feasible[0].Source.Ordinal)) return null;
            ordinal = feasible[0].Source.Ordinal;
        }
        var chain = new List<(IOperation, Point)>();
        foreach (var number in blocks)
        {
            var block = at.Graph.Block(number);
            for (var i = 0; i <= (number == at.Block ? Math.Min(at.Index, block.Operations.Length) : block.Operations.Length); i++)
                if (FlowGraph.OperationAt(block, i) is { } statement)
                {
                    // The asking statement itself: what runs in it before the asking operation counts, and that is found only where it is an effect.
                    var effects = at.Graph.EffectsOf(statement);
                    for (var e = effects.Length - 1; e >= 0; e--)
                        if (number != at.Block || i < at.Index || effects[e] is IInvocationOperation) chain.Add((effects[e], new Point(at.Graph, number, i)));
                }
        }
        return chain;
    }

    private static ISimpleAssignmentOperation? Assignment(BasicBlock block, ILocalSymbol local)
    {
        foreach (var statement in block.Operations)
            if ((statement is IExpressionStatementOperation expression ? expression.Operation : statement) is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment && SymbolEqualityComparer.Default.Equals(target.Local, local)) return assignment;
        return null;
    }

    private static bool IsReference(IOperation operation, ILocalSymbol local, Point at) => Plain(operation) is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    /// <summary>The capture of a creation with an initializer, which is assigned to the local afterwards.</summary>
    private static bool IsInitialized(IOperation operation, ILocalSymbol local, Point at)
    {
        if (Plain(operation) is not IFlowCaptureReferenceOperation capture) return false;
        foreach (var block in at.Graph.Graph.Blocks)
            if (Assignment(block, local) is { } assignment && Plain(assignment.Value) is IFlowCaptureReferenceOperation assigned && assigned.Id.Equals(capture.Id)) return true;
        return false;
    }

    /// <summary>Whether all that changes a collection stands on the one way to a point, and nobody else has it.</summary>
    private static bool IsOnlyUsedHere(ILocalSymbol local, FlowGraph graph, List<(IOperation Operation, Point At)> chain, Point at)
    {
        var blocks = new HashSet<int>(chain.Select(link => link.At.Block)) { at.Block };
        var assigned = 0;
        foreach (var (operation, there) in graph.AllOperations())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local)) continue;
            var use = reference.Parent;
            while (use is IConversionOperation) use = use.Parent;
            switch (use)
            {
                case ISimpleAssignmentOperation assignment when assignment.Target == reference:
                    if (++assigned > 1) return false;
                    break;
                case IInvocationOperation call when !AspNet.InSource(call.TargetMethod):
                    if (!blocks.Contains(there.Block) && there.Block < at.Block && Changes(call.TargetMethod.Name)) return false;
                    break;
                case IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation write } element when write.Target == element && !blocks.Contains(there.Block) && there.Block < at.Block: return false;
                case IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation write } element when write.Target == element && !blocks.Contains(there.Block) && there.Block < at.Block: return false;
                case IArrayElementReferenceOperation { Parent: IArgumentOperation { Parameter.RefKind: not RefKind.None } }: return false;
                case IPropertyReferenceOperation or IArrayElementReferenceOperation: break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var given } } when !AspNet.InSource(given) && !(local.Type is IArrayTypeSymbol && given.ContainingType.Name is "Array" or "Buffer" or "MemoryExtensions"): break;
                default: return false;
            }
        }
        return graph.NestedGraphs.All(inner => !inner.AllOperations().Any(place => place.Operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)));
    }
}
