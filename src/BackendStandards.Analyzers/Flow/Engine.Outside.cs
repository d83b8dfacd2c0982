using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What a place holds where its body begins: arguments of the caller or of all callers, and what is written to a member anywhere.</summary>
internal sealed partial class Engine
{
    private Value AtEntry(AccessPath path, FlowGraph graph, Frame? frame, IOperation asked)
    {
        var here = frame is not null && ReferenceEquals(frame.Graph, graph) ? frame : null;
        switch (path.Root)
        {
            case IParameterSymbol parameter when OwnedBy(parameter, graph): return Parameter(parameter, path.Steps, graph, here, asked);
            case IParameterSymbol or ILocalSymbol when graph.Outer is not null: return Around(path, graph, here, asked);
            case IParameterSymbol primary: return Primary(primary, path.Steps, here, asked);
            case ILocalSymbol: return Value.Bottom;
            case ISymbol member: return here is not null ? Read(path, here.At, here.Parent, asked) : Written(member, path.Steps);
            case var root when ReferenceEquals(root, AccessPath.This): return OnThis(path, graph, here, asked);
            default: return graph.Outer is null ? Value.Bottom : Around(path, graph, here, asked);
        }
    }

    private static bool OwnedBy(IParameterSymbol parameter, FlowGraph graph) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, graph.Owner.OriginalDefinition)
        || (graph.Owner is IMethodSymbol { PartialDefinitionPart: { } definition } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, definition));

    private Value OnThis(AccessPath path, FlowGraph graph, Frame? frame, IOperation asked)
    {
        if (graph.Outer is not null) return Around(path, graph, frame, asked);
        if (graph.Owner is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !path.Steps.IsEmpty)
            return frame?.Call is IObjectCreationOperation ? BeforeConstructor(constructor.ContainingType, path.Steps, new Making(frame.Call, constructor, frame.At, frame.Parent), frame.At, frame.Parent)
                : frame is not null ? Read(path, frame.At, frame.Parent, asked) : BeforeConstructor(constructor.ContainingType, path.Steps, null, default, null);
        if (frame is { Closure.Receiver: { } held }) return Below(held, path.Steps, frame.Closure.Made, frame.Closure.Frame);
        if (frame is not null && ReceiverOf(frame.Call) is { } receiver) return Below(receiver, path.Steps, frame.At, frame.Parent);
        if (path.Steps.IsEmpty) return Value.Of(Origin.Constant);
        if (path.Steps[0] is IParameterSymbol hidden) return Primary(hidden, path.Steps.RemoveAt(0), null, asked);
        return path.Steps[0] is ISymbol member ? Written(member, path.Steps.RemoveAt(0)) : Value.Of(Origin.Unmodelled, asked);
    }

    /// <summary>A variable of the body around, at the start of a lambda or local function.</summary>
    private Value Around(AccessPath path, FlowGraph graph, Frame? frame, IOperation asked)
    {
        if (frame is not null)
        {
            if (frame.At.Graph.IsInside(graph.Outer!)) return Read(path, frame.At, frame.Parent, asked);
            return frame.Closure is { Graph: not null } closure ? Read(path, closure.Made, closure.Frame, asked) : Read(path, graph.Made, null, asked);
        }
        if (!graph.IsLocalFunction) return Read(path, graph.Made, null, asked);
        var sites = CallersOf((IMethodSymbol)graph.Owner);
        if (sites.Found.IsEmpty) return Read(path, graph.Outer!.Exit, null, asked);
        var value = sites.IsComplete ? Value.Bottom : Value.Of(Origin.Budget);
        foreach (var (_, at) in sites.Found)
            if (!at.Graph.IsInside(graph)) value = value.Join(Read(path, at, null, asked));
        return value;
    }

    private Value Parameter(IParameterSymbol parameter, ImmutableArray<object> steps, FlowGraph graph, Frame? frame, IOperation asked)
    {
        if (frame is not null)
        {
            // A library calls the delegate: its parameters are the call's other inputs.
            if (frame.Closure is not null && frame.Call is not IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke }) return OtherInputs(frame.Call, parameter, frame.Closure, frame.At, frame.Parent);
            if (ArgumentOf(frame.Call, parameter) is { } argument) return Below(argument, steps, frame.At, frame.Parent).Via(argument);
            if (parameter.RefKind == RefKind.Out) return Value.Bottom;
            return parameter.HasExplicitDefaultValue ? Value.Constant(parameter.ExplicitDefaultValue) : Value.Of(Origin.Unmodelled, asked);
        }
        if (parameter.RefKind == RefKind.Out) return Value.Bottom;
        if (IsHarmlessScalar(parameter.Type) && steps.IsEmpty && graph.Owner is not IMethodSymbol { DeclaredAccessibility: Accessibility.Private or Accessibility.Internal }) return Value.Of(Origin.Harmless);
        if (RequestParameters.IsBound(parameter) || flow.Libraries.TierOf(parameter.Type) == "request") return Entering(parameter, steps, asked);
        if (graph.Owner is not IMethodSymbol method) return Value.Of(Origin.OpenParameter, asked);
        if (graph.IsLambda) return graph.Outer!.Find(graph.Syntax, OperationKind.FlowAnonymousFunction) is { } made ? DelegateParameter(made.Operation, made.At, parameter, steps, null, asked) : Value.Of(Origin.OpenParameter, asked);
        if (method is { Name: "Main" or "<Main>$", IsStatic: true }) return Value.Of(Origin.External, asked);
        return FromCallers(method, parameter, steps, asked);
    }

    /// <summary>What all callers pass. An entry that outside code can use too stays open.</summary>
    private Value FromCallers(IMethodSymbol method, IParameterSymbol parameter, ImmutableArray<object> steps, IOperation asked)
    {
        var sites = CallersOf(method);
        var value = sites.IsComplete ? Value.Bottom : Value.Of(Origin.Budget);
        var any = false;
        foreach (var (call, at) in sites.Found)
        {
            cancellation.ThrowIfCancellationRequested();
            any = true;
            if (!IsReachable(at, null)) continue;
            if (ArgumentOf(call, parameter) is { } argument) value = value.Join(Below(argument, steps, at, null).Via(argument));
            else if (!parameter.HasExplicitDefaultValue) value = value.Join(Value.Of(Origin.Unmodelled, asked));
        }
        foreach (var (group, at) in sites.Groups) (any, value) = (true, value.Join(DelegateParameter(group, at, parameter, steps, null, asked)));
        if (!any) return sites.IsComplete ? Value.Of(Origin.OpenParameter, asked) : value;
        return OutsideMayCall(method) ? value.Join(Value.Of(Origin.OpenParameter, asked)) : value;
    }

    /// <summary>A parameter of a primary constructor that a member uses: what the object at hand was made with, else what any is made with.</summary>
    private Value Primary(IParameterSymbol parameter, ImmutableArray<object> steps, Frame? frame, IOperation asked)
    {
        if (frame?.Call is IObjectCreationOperation creation && SymbolEqualityComparer.Default.Equals(creation.Constructor?.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition) && ArgumentOf(creation, parameter) is { } argument)
            return Below(argument, steps, frame.At, frame.Parent);
        return parameter.ContainingSymbol is IMethodSymbol constructor ? FromCallers(constructor, parameter, steps, asked) : Value.Of(Origin.Unmodelled, asked);
    }

    private static IOperation? ArgumentOf(IOperation call, IParameterSymbol parameter)
    {
        return call switch
        {
            IInvocationOperation invocation => In(invocation.Arguments),
            IObjectCreationOperation creation => In(creation.Arguments),
            IPropertyReferenceOperation property => In(property.Arguments),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment => In(property.Arguments) ?? assignment.Value,
            IConversionOperation conversion => conversion.Operand,
            IBinaryOperation binary => parameter.Ordinal == 0 ? binary.LeftOperand : binary.RightOperand,
            IUnaryOperation unary => unary.Operand,
            _ => null,
        };

        IOperation? In(ImmutableArray<IArgumentOperation> arguments)
        {
            foreach (var argument in arguments)
                if (argument.Parameter?.Ordinal == parameter.Ordinal) return argument.Value;
            return null;
        }
    }

    /// <summary>Overrides and implementations of a library's interfaces: code that is not here calls them too.</summary>
    private static bool OutsideMayCall(IMethodSymbol method)
    {
        for (var over = method.OverriddenMethod; over is not null; over = over.OverriddenMethod)
            if (!IsInSource(over)) return true;
        var type = method.ContainingType;
        return type is not null && type.AllInterfaces.Any(contract => !IsInSource(contract) && contract.GetMembers(method.Name).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)));
    }
}
