using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What a place holds where its body begins: arguments of the caller or of all callers, and what is written to a member anywhere.</summary>
internal sealed partial class Engine
{
    private Value AtEntry(AccessPath path, FlowGraph graph, Frame? frame, IOperation asked) => path.Root switch
    {
        IParameterSymbol parameter when OwnedBy(parameter, graph) => Parameter(parameter, path.Steps, graph, frame, asked),
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter when graph.Outer is null => Captured(parameter, constructor, path.Steps, frame, asked),
        IParameterSymbol or ILocalSymbol => graph.Outer is null ? Value.Bottom : Read(path, AroundOf(graph, frame), frame, asked),
        IFieldSymbol or IPropertySymbol => Written((ISymbol)path.Root, path.Steps),
        _ when path.Root == AccessPath.This => OnThis(path, graph, frame, asked),
        _ => Value.Bottom,
    };

    private static bool OwnedBy(IParameterSymbol parameter, FlowGraph graph) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, graph.Owner.OriginalDefinition)
        || (graph.Owner is IMethodSymbol { PartialDefinitionPart: { } definition } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, definition));

    /// <summary>Where the variables around a lambda or local function are read: where it is made, or for a local function where it is called or at the end.</summary>
    private static Point AroundOf(FlowGraph graph, Frame? frame)
    {
        if (graph.Syntax is not LocalFunctionStatementSyntax) return graph.Made;
        return frame is not null && ReferenceEquals(frame.At.Graph, graph.Outer) ? frame.At : graph.Outer!.Exit;
    }

    private Value OnThis(AccessPath path, FlowGraph graph, Frame? frame, IOperation asked)
    {
        if (graph.Outer is not null) return Read(path, AroundOf(graph, frame), frame, asked);
        if (frame is not null && Instance(frame.Call) is { } receiver and not IInstanceReferenceOperation)
        {
            if (path.Steps.IsEmpty || PathOf(receiver, frame.At, frame.Parent) is not null) return Below(receiver, path.Steps, frame.At, frame.Parent);
            var held = Eval(receiver, frame.At, frame.Parent).Opaque();
            // A chain of own calls gives back its receiver, filled on the way: what is put into its builder or list anywhere counts.
            return receiver is IInvocationOperation && path.Steps[0] is IFieldSymbol { Type.SpecialType: not SpecialType.System_String } field ? held.Join(Written(field, path.Steps.RemoveAt(0))) : held;
        }
        return path.Steps.IsEmpty ? Value.Of(Origin.Constant) : Written(path.Steps[0], path.Steps.RemoveAt(0));
    }

    private static IOperation? Instance(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Instance,
        IPropertyReferenceOperation property => property.Instance,
        _ => null,
    };

    private Value Parameter(IParameterSymbol parameter, ImmutableArray<ISymbol> steps, FlowGraph graph, Frame? frame, IOperation asked)
    {
        if (frame is not null && !IsLambda(graph)) return Argument(frame.Call, parameter, steps, frame.At, frame.Parent) ?? Value.Of(Origin.Unmodelled, asked);
        if (graph.Owner is not IMethodSymbol method) return Value.Of(Origin.OpenParameter, asked);
        if (IsLambda(graph)) return LambdaParameter(graph, frame, asked);
        var open = Value.Of(Origin.OpenParameter, asked);
        if (parameter.RefKind == RefKind.Out) return Value.Bottom;
        if (IsBoundByFramework(method)) return Value.Of(Origin.Request, asked);
        var callers = flow.Callers.GetOrAdd(method.OriginalDefinition, _ => CallersOf(method));
        if (callers.Found.IsEmpty) return callers.IsComplete ? open : Value.Of(Origin.Budget);
        var value = OutsideMayCall(method) ? open : Value.Bottom;
        foreach (var (call, at) in callers.Found)
            value = value.Join(Argument(call, parameter, steps, at, null) ?? Value.Of(Origin.Unmodelled, asked));
        return callers.IsComplete ? value : value.Join(Value.Of(Origin.Budget));
    }

    /// <summary>A parameter of a primary constructor that a member uses: what the object at hand was made with, else what any is made with.</summary>
    private Value Captured(IParameterSymbol parameter, IMethodSymbol constructor, ImmutableArray<ISymbol> steps, Frame? frame, IOperation asked)
    {
        if (frame is not null && Instance(frame.Call) is IObjectCreationOperation { Constructor: { } made } creation && SymbolEqualityComparer.Default.Equals(made.OriginalDefinition, constructor))
            return Argument(creation, parameter, steps, frame.At, frame.Parent) ?? Value.Of(Origin.Unmodelled, asked);
        var callers = flow.Callers.GetOrAdd(constructor.OriginalDefinition, _ => CallersOf(constructor));
        if (callers.Found.IsEmpty) return callers.IsComplete ? Value.Of(Origin.OpenParameter, asked) : Value.Of(Origin.Budget);
        var value = callers.IsComplete ? Value.Bottom : Value.Of(Origin.Budget);
        foreach (var (call, at) in callers.Found)
            value = value.Join(Argument(call, parameter, steps, at, null) ?? Value.Of(Origin.Unmodelled, asked));
        return value;
    }

    private static bool IsLambda(FlowGraph graph) => graph.Outer is not null && graph.Syntax is not LocalFunctionStatementSyntax;

    /// <summary>A lambda given to a library: a handler of an endpoint gets request data, any other gets what else the call was given.</summary>
    private Value LambdaParameter(FlowGraph graph, Frame? frame, IOperation asked)
    {
        var outer = graph.Made.Graph;
        if (graph.Syntax.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } && graph.Owner is IMethodSymbol owner && asked is IParameterReferenceOperation { Parameter: var wanted }
            && owner.Parameters.Contains(wanted, SymbolEqualityComparer.Default) && outer.CallsOfLocal(variable.Identifier.ValueText) is { IsEmpty: false } calls)
        {
            var given = Value.Bottom;
            foreach (var (call, at) in calls) given = given.Join(Argument(call, wanted, ImmutableArray<ISymbol>.Empty, at, null) ?? Value.Of(Origin.Unmodelled, asked));
            return given;
        }
        for (var up = graph.Syntax.Parent; up is ArgumentSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or ArgumentListSyntax or InvocationExpressionSyntax; up = up.Parent)
        {
            if (up is not InvocationExpressionSyntax || outer.Find(up, OperationKind.Invocation) is not { Operation: IInvocationOperation call, At: var at }) continue;
            if (call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal) && InAspNetCore(call.TargetMethod)) return Value.Of(Origin.Request, asked);
            if (IsInSource(call.TargetMethod)) break;
            var value = Text(call.Instance, at, frame).Opaque();
            foreach (var argument in call.Arguments)
                if (!argument.Value.DescendantsAndSelf().Any(part => part is IFlowAnonymousFunctionOperation)) value = value.Join(Text(argument.Value, at, frame).Opaque());
            return value;
        }
        return Value.Of(Origin.OpenParameter, asked);
    }

    private static bool InAspNetCore(ISymbol symbol)
    {
        var space = symbol.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer } && outer.Name != "Microsoft") space = outer;
        return space is { Name: "AspNetCore", ContainingNamespace.Name: "Microsoft" };
    }

    private Value? Argument(IOperation call, IParameterSymbol parameter, ImmutableArray<ISymbol> steps, Point at, Frame? frame)
    {
        var argument = call switch
        {
            IInvocationOperation invocation => invocation.Arguments.FirstOrDefault(given => given.Parameter?.Ordinal == parameter.Ordinal)?.Value,
            IObjectCreationOperation creation => creation.Arguments.FirstOrDefault(given => given.Parameter?.Ordinal == parameter.Ordinal)?.Value,
            IPropertyReferenceOperation property => property.Arguments.FirstOrDefault(given => given.Parameter?.Ordinal == parameter.Ordinal)?.Value,
            IConversionOperation conversion => conversion.Operand,
            IBinaryOperation binary => parameter.Ordinal == 0 ? binary.LeftOperand : binary.RightOperand,
            _ => null,
        };
        return argument is null ? null : Below(argument, steps, at, frame);
    }

    /// <summary>An action of a controller: the framework fills its parameters from the request.</summary>
    private static bool IsBoundByFramework(IMethodSymbol method)
    {
        if (method is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false, MethodKind: MethodKind.Ordinary, ContainingType: var type }) return false;
        if (method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "NonActionAttribute")) return false;
        for (var up = type; up is not null; up = up.BaseType)
            if (up.Name == "ControllerBase" || up.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ApiControllerAttribute" or "ControllerAttribute")) return true;
        return type.Name.EndsWith("Controller", StringComparison.Ordinal);
    }

    /// <summary>Overrides and implementations of interfaces: code that is not here calls them too.</summary>
    private static bool OutsideMayCall(IMethodSymbol method)
    {
        if (method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty) return true;
        var type = method.ContainingType;
        return type.AllInterfaces.Any(contract => contract.GetMembers(method.Name).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)
            && member.DeclaringSyntaxReferences.IsEmpty));
    }
}
