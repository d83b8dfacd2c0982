using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What is written to a field, auto-property or event anywhere in the sources.</summary>
internal sealed partial class Engine
{
    /// <summary>Everything that is written to a member anywhere, with its initializer.</summary>
    private Value Written(ISymbol member, ImmutableArray<object> steps) =>
        IsAnswered(Asked.Of(new AccessPath(member, steps)), out var value, out var opened) ? value : Close(opened, WrittenAnywhere(member, steps));

    private Value WrittenAnywhere(ISymbol member, ImmutableArray<object> steps)
    {
        if (!IsInSource(member)) return Value.Of(Origin.Unmodelled);
        if (IsPositional(member) && member.ContainingType.InstanceConstructors.FirstOrDefault(one => one.Parameters.Any(parameter => parameter.Name == member.Name)) is { } constructor
            && FromPositional(constructor, member, steps) is { } positional) return positional;
        var sites = flow.Writes.TryGetValue(member, out var known) ? known : flow.Writes.GetOrAdd(member, WritesOf(member));
        var value = Initializer(member, steps, null) ?? Value.Bottom;
        var isGiven = !value.IsBottom;
        foreach (var (operation, at) in sites.Found)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsReachable(at, null)) continue;
            isGiven = true;
            value = value.Join(WrittenBy(operation, member, steps, at));
        }
        if (!isGiven) value = IsSettableElsewhere(member) ? Value.Of(Origin.OpenParameter) : Default(member);
        else if (member is IFieldSymbol { IsReadOnly: false, Type.IsReferenceType: false } && Initializer(member, steps, null) is null) value = value.Join(Default(member));
        return sites.IsComplete ? value : value.Join(Value.Of(Origin.Budget));
    }

    /// <summary>A record's property: what the records are made with, and what <c>with</c> and initializers write.</summary>
    private Value? FromPositional(IMethodSymbol constructor, ISymbol member, ImmutableArray<object> steps)
    {
        var parameter = constructor.Parameters.First(one => one.Name == member.Name);
        var sites = CallersOf(constructor);
        if (sites.Found.IsEmpty) return sites.IsComplete ? Value.Of(Origin.OpenParameter) : Value.Of(Origin.Budget);
        var value = sites.IsComplete ? Value.Bottom : Value.Of(Origin.Budget);
        foreach (var (call, at) in sites.Found)
            if (ArgumentOf(call, parameter) is { } argument) value = value.Join(Below(argument, steps, at, null).Via(argument));
        var writes = flow.Writes.TryGetValue(member, out var known) ? known : flow.Writes.GetOrAdd(member, WritesOf(member));
        foreach (var (operation, at) in writes.Found) value = value.Join(WrittenBy(operation, member, steps, at));
        return value;
    }

    private Value WrittenBy(IOperation operation, ISymbol member, ImmutableArray<object> steps, Point at)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation deconstruction:
                var value = Value.Bottom;
                var path = member.IsStatic ? AccessPath.Of(member) : AccessPath.Of(AccessPath.This).Add(member)!;
                return Deconstructed(deconstruction.Target, deconstruction.Value, Itself, path, at, null, ref value) == Hit.None ? Text(deconstruction.Value, at, null) : value;
            case ICompoundAssignmentOperation compound: return Names(compound.Target, member) && compound.Type?.TypeKind != TypeKind.Delegate ? Parts(compound.Value, at, null) : Eval(compound.Value, at, null);
            case IEventAssignmentOperation subscription: return subscription.Adds ? Eval(subscription.HandlerValue, at, null) : Value.Bottom;
            case IAssignmentOperation assignment when Names(assignment.Target, member): return Below(assignment.Value, steps, at, null).Via(assignment.Value);
            // An element of what the member holds.
            case IAssignmentOperation assignment: return ElementWritten(assignment.Target, steps, at) ? Below(assignment.Value, steps.IsEmpty ? steps : steps.RemoveAt(0), at, null).Content() : Value.Bottom;
            case IInvocationOperation call when call.Arguments.FirstOrDefault(argument => IsWritten(argument) && Names(argument.Value, member)) is { Parameter: { } parameter }:
                return IsInSource(call.TargetMethod)
                    ? GraphOf(call.TargetMethod) is { Owner: IMethodSymbol owner } graph && NewFrame(call, graph, at, null, null) is { } entered ? Read(new AccessPath(owner.Parameters[parameter.Ordinal].OriginalDefinition, steps), graph.Exit, entered, call) : Value.Of(Origin.Unmodelled, call)
                    : ByReference(call, call.TargetMethod, call.Instance, call.Arguments, parameter, at, null);
            case IInvocationOperation call: return PutBy(call, steps, at);
            default: return Text(operation, at, null).Opaque();
        }
    }

    private bool ElementWritten(IOperation target, ImmutableArray<object> steps, Point at)
    {
        if (steps.IsEmpty || steps[0] is not Element { Index: { } asked }) return true;
        var index = target switch { IPropertyReferenceOperation { Arguments: { Length: 1 } arguments } => arguments[0].Value, IArrayElementReferenceOperation { Indices: { Length: 1 } indices } => indices[0], _ => null };
        return index is null || !Eval(index, at, null).TryConstant(out var known) || Equals(known, asked);
    }

    /// <summary>What a call puts into the collection or builder that a member holds.</summary>
    private Value PutBy(IInvocationOperation call, ImmutableArray<object> steps, Point at)
    {
        var arguments = call.Instance is null && call.TargetMethod.IsExtensionMethod ? call.Arguments.RemoveAt(0) : call.Arguments;
        if (arguments.Length == 2 && call.TargetMethod.Name is "Add" or "TryAdd")
            return steps.IsEmpty || steps[0] is not Element { Index: { } asked } || !Eval(arguments[0].Value, at, null).TryConstant(out var key) || Equals(key, asked)
                ? Below(arguments[1].Value, steps.IsEmpty ? steps : steps.RemoveAt(0), at, null).Content() : Value.Bottom;
        var isText = flow.Libraries.Row(call.TargetMethod, RowKind.Concat) is not null;
        var value = Value.Bottom;
        foreach (var argument in arguments) value = value.Join(isText ? Parts(argument.Value, at, null) : steps.Length > 1 ? Below(argument.Value, steps.RemoveAt(0), at, null) : Input(argument.Value, at, null));
        return value.Content();
    }

    private static bool IsSettableElsewhere(ISymbol member) => member switch
    {
        IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private } || property.ContainingType.IsRecord,
        IFieldSymbol field => !field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private && !HarmlessTypes.IsScalar(field.Type),
        _ => true,
    };

    private CallSites WritesOf(ISymbol member)
    {
        var found = ImmutableArray.CreateBuilder<(IOperation, Point)>();
        var candidates = 0;
        foreach (var (tree, index) in TreesNaming(member, member.Name))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in index.NodesOf(member.Name, root))
            {
                foreach (var writing in Writings(node))
                {
                    if (!flow.Code.MayMean(node, member, cancellation)) break;
                    if (++candidates > MaxCandidates || found.Count >= MaxSites) return new(found.ToImmutable(), ImmutableArray<(IOperation, Point)>.Empty, false);
                    if (flow.Code.BodyAround(writing, cancellation)?.Graph is { } graph && Site(writing, member, graph) is { } site) found.Add(site);
                }
            }
        }
        return new(found.ToImmutable(), ImmutableArray<(IOperation, Point)>.Empty, true);
    }

    /// <summary>The operation at a node that writes the member, or into what the member holds.</summary>
    private (IOperation, Point)? Site(SyntaxNode writing, ISymbol member, FlowGraph graph)
    {
        if (writing is not AssignmentExpressionSyntax)
            return graph.Find(writing, OperationKind.Invocation) is { Operation: IInvocationOperation call } site && (PutsInto(call, member, graph) || call.Arguments.Any(argument => IsWritten(argument) && Names(argument.Value, member))) ? site : null;
        foreach (var kind in new[] { OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment, OperationKind.DeconstructionAssignment, OperationKind.EventAssignment })
        {
            if (graph.Find(writing, kind) is not { } found) continue;
            var target = found.Operation switch { IAssignmentOperation write => write.Target, IEventAssignmentOperation subscription => subscription.EventReference, _ => null };
            if (target is not null && (Names(target, member) || (Holder(target) is { } held && Names(Resolved(held, graph), member)) || (found.Operation is IDeconstructionAssignmentOperation && target.Descendants().Any(part => Names(part, member))))) return found;
        }
        return null;
    }

    private bool PutsInto(IInvocationOperation call, ISymbol member, FlowGraph graph) =>
        flow.Libraries.Row(call.TargetMethod, RowKind.Mutate) is not null && Receiver(call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver && Names(Resolved(receiver, graph), member);

    private static IOperation Resolved(IOperation operation, FlowGraph graph) =>
        Plain(operation) is IFlowCaptureReferenceOperation capture && graph.CapturesOf(capture.Id).Select(made => made.Operation.Value).FirstOrDefault() is { } captured ? Plain(captured) : Plain(operation);

    private static bool IsWritten(IArgumentOperation argument) => argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref };

    /// <summary>The collection whose element is written.</summary>
    private static IOperation? Holder(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } collection } => collection,
        IArrayElementReferenceOperation array => array.ArrayReference,
        _ => null,
    };

    /// <summary>
    /// By spelling, what may write the member of a name: the assignment whose target it ends, also in a tuple or with an index behind it, a call that
    /// it is given to by reference, and the chain of calls on it that put something in.
    /// </summary>
    private IEnumerable<SyntaxNode> Writings(SyntaxNode? name)
    {
        if (name is null) return [];
        var outer = name;
        while (outer.Parent is MemberAccessExpressionSyntax access && access.Name == outer) outer = access;
        if (outer.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0, Parent.Parent: InvocationExpressionSyntax given }) return [given];
        if (outer.Parent is MemberAccessExpressionSyntax) return Chain(outer);
        if (outer.Parent is ElementAccessExpressionSyntax element && element.Expression == outer) outer = element;
        while (outer.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax tuple }) outer = tuple;
        return outer.Parent is AssignmentExpressionSyntax assignment && assignment.Left == outer ? [assignment] : [];
    }

    private IEnumerable<SyntaxNode> Chain(SyntaxNode receiver)
    {
        while (receiver.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == receiver && flow.Libraries.MayMutate(access.Name.Identifier.ValueText))
        {
            yield return call;
            receiver = call;
        }
    }
}
