using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Delegates: where they are made, what they return when they are invoked, and what their parameters are given.</summary>
internal sealed partial class Engine
{
    private Value Delegate(IOperation target, Point at, Frame? frame)
    {
        switch (target)
        {
            case IFlowAnonymousFunctionOperation lambda when at.Graph.Nested(lambda.Syntax) is { } body:
                return Value.OfAtom(new Closure(body, lambda.Symbol, at, frame, null));
            case IMethodReferenceOperation { Method: var method } reference when IsInSource(method):
                var exact = reference.Instance is null ? [method] : TargetsOf(reference.Instance, method, at, frame);
                return exact.Count == 1 ? Value.OfAtom(new Closure(GraphOf(exact[0]), exact[0], at, frame, reference.Instance)) : Value.Of(Origin.Unmodelled, target);
            case IMethodReferenceOperation { Instance: { } instance } reference:
                return FromRow(reference, reference.Method, instance, ImmutableArray<IArgumentOperation>.Empty, at, frame) ?? Eval(instance, at, frame).Opaque();
            case IMethodReferenceOperation { Method: var named } reference:
                return FromRow(reference, named, null, ImmutableArray<IArgumentOperation>.Empty, at, frame) ?? Value.Of(Origin.Constant).Opaque();
            default:
                return Eval(target, at, frame);
        }
    }

    /// <summary>What the delegates give that an expression may be.</summary>
    private Value Invoked(IOperation call, IOperation? target, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        var delegates = Eval(target, at, frame);
        if (delegates.Atoms.IsDefault || delegates.Atoms.All(atom => atom is null))
        {
            // Whatever it is, its text is that of its inputs, or its own.
            return delegates.Doubtful == 0 ? Value.Of(Origin.Unmodelled, call) : delegates.Opaque();
        }
        var value = Value.Bottom;
        foreach (var atom in delegates.Atoms)
            if (atom is Closure { Graph: { } body } closure && NewFrame(call, body, at, frame, closure) is { } entered) value = value.Join(ReturnsOf(body, entered, steps));
            else if (atom is not null) value = value.Join(Value.Of(atom is Closure { Graph: not null } ? Origin.Budget : Origin.Unmodelled, call));
        return value;
    }

    /// <summary>What a delegate gives that a library calls: its parameters come from the call's other inputs.</summary>
    private Value ReturnedBy(IOperation argument, IOperation call, Point at, Frame? frame)
    {
        var delegates = Eval(argument, at, frame);
        if (delegates.Atoms.IsDefault) return delegates;
        var value = Value.Bottom;
        foreach (var atom in delegates.Atoms)
        {
            if (atom is not Closure { Graph: { } body } closure)
            {
                if (atom is Closure) value = value.Join(Value.Of(Origin.Unmodelled, call));
                continue;
            }
            if (NewFrame(call, body, at, frame, closure) is not { } entered) return value.Join(Value.Of(Origin.Budget));
            value = value.Join(ReturnsOf(body, entered, Itself));
        }
        return value.IsBottom ? Value.Of(Origin.Constant) : value;
    }

    /// <summary>What the parameter of a delegate is given that a library calls: the call's other inputs.</summary>
    private Value OtherInputs(IOperation call, IParameterSymbol parameter, Closure? closure, Point at, Frame? frame)
    {
        if (call is IInvocationOperation operated && ElementFor(operated, parameter, closure, at, frame) is { } element) return element;
        var (instance, arguments) = call switch
        {
            IInvocationOperation invocation => (invocation.Instance, invocation.Arguments),
            IObjectCreationOperation creation => (null, creation.Arguments),
            _ => ((IOperation?)null, ImmutableArray<IArgumentOperation>.Empty),
        };
        var value = instance is null ? Value.Bottom : Input(instance, at, frame).Opaque();
        foreach (var argument in arguments)
            if (argument.Value.Type?.TypeKind != TypeKind.Delegate && Plain(argument.Value) is not (IDelegateCreationOperation or IFlowAnonymousFunctionOperation)) value = value.Join(Input(argument.Value, at, frame).Opaque());
        return value.IsBottom ? Value.Of(Origin.Unmodelled, call) : value.Opaque();
    }

    /// <summary>
    /// What a parameter of a delegate is given that is made at a place: a handler of an endpoint gets request data; one that a library calls gets what else
    /// the call was given; one that is kept in a variable or a member, subscribed to an event, or handed to a method of ours gets what it is invoked with there.
    /// </summary>
    private Value DelegateParameter(IOperation made, Point at, IParameterSymbol parameter, ImmutableArray<object> steps, Frame? frame, IOperation asked)
    {
        var operation = made;
        while (operation.Parent is IConversionOperation or IDelegateCreationOperation) operation = operation.Parent;
        var open = Value.Of(Origin.OpenParameter, asked);
        switch (operation.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } call } argument:
                if (IsMapCall(method)) return RequestParameters.MayBeBound(parameter) ? Entering(parameter, steps, asked) : open;
                if (!IsInSource(method)) return OtherInputs(call, parameter, Eval(made, at, frame) is { Atoms: { IsDefault: false, Length: 1 } atoms } ? atoms[0] as Closure : null, at, frame);
                return argument.Parameter is { } kept && GraphOf(method) is { Owner: IMethodSymbol owner } graph && NewFrame(call, graph, at, frame, null) is { } entered
                    ? InvokedWith(graph, operation => Plain(operation) is IParameterReferenceOperation reference && reference.Parameter.Ordinal == kept.Ordinal && SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol.OriginalDefinition, owner.OriginalDefinition), parameter, steps, entered) ?? open
                    : open;
            case IArgumentOperation { Parent: IObjectCreationOperation { Type: { } type } creation } when !IsInSource(type): return OtherInputs(creation, parameter, null, at, frame);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == operation:
                return InvokedWith(at.Graph.Home, target => Plain(target) is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local), parameter, steps, null) ?? open;
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment when assignment.Value == operation: return InvokedAnywhere(member, parameter, steps) ?? open;
            case ICompoundAssignmentOperation { Target: IMemberReferenceOperation { Member: var combined } }: return InvokedAnywhere(combined, parameter, steps) ?? open;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var subscribed } }: return InvokedAnywhere(subscribed, parameter, steps) ?? open;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == operation: return ArgumentOf(call, parameter) is { } given ? Below(given, steps, at, frame) : open;
            default: return open;
        }
    }

    /// <summary>What the invocations of a delegate in a member pass for a parameter; null where there are none.</summary>
    private Value? InvokedWith(FlowGraph graph, Func<IOperation, bool> isDelegate, IParameterSymbol parameter, ImmutableArray<object> steps, Frame? frame)
    {
        Value? value = null;
        foreach (var (operation, at) in graph.AllOperations())
        {
            if (operation is not IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } target } call) continue;
            var invoked = Plain(target) is IFlowCaptureReferenceOperation capture ? graph.CapturesOf(capture.Id).Select(one => one.Operation.Value).FirstOrDefault() ?? target : target;
            if (isDelegate(invoked) && ArgumentOf(call, parameter) is { } argument) value = (value ?? Value.Bottom).Join(Below(argument, steps, at, frame));
        }
        foreach (var inner in graph.NestedGraphs)
            if (InvokedWith(inner, isDelegate, parameter, steps, null) is { } nested) value = (value ?? Value.Bottom).Join(nested);
        return value;
    }

    /// <summary>What the invocations of a delegate that a member holds pass for a parameter; null where none is seen.</summary>
    private Value? InvokedAnywhere(ISymbol member, IParameterSymbol parameter, ImmutableArray<object> steps)
    {
        Value? value = null;
        foreach (var graph in GraphsNaming(member.Name))
            if (InvokedWith(graph, target => Plain(target) is IMemberReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member.OriginalDefinition), parameter, steps, null) is { } found)
                value = (value ?? Value.Bottom).Join(found);
        return value;
    }

    private static bool IsMapCall(IMethodSymbol method) => method.Name.StartsWith("Map", StringComparison.Ordinal) && AspNet.IsKnown(method);
}
