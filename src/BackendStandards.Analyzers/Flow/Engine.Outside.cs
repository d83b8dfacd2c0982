using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What a place holds where its body begins: arguments of the caller or of all callers, and what is written to a member anywhere.</summary>
internal sealed partial class Engine
{
    private const int MaxCandidates = 400;
    private const int MaxSites = 40;

    private Value AtEntry(AccessPath path, FlowGraph graph, Frame? frame, IOperation asked) => path.Root switch
    {
        IParameterSymbol parameter when OwnedBy(parameter, graph) => Parameter(parameter, path.Steps, graph, frame, asked),
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } when graph.Outer is null => Value.Of(Origin.OpenParameter, asked),
        IParameterSymbol or ILocalSymbol => graph.Outer is null ? Value.Bottom : Read(path, AroundOf(graph, frame), frame, asked),
        IFieldSymbol or IPropertySymbol => Written((ISymbol)path.Root, path.Steps, asked),
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
            return path.Steps.IsEmpty || PathOf(receiver, frame.At, frame.Parent) is not null ? Below(receiver, path.Steps, frame.At, frame.Parent) : Eval(receiver, frame.At, frame.Parent).Opaque();
        return path.Steps.IsEmpty ? Value.Of(Origin.Constant) : Written(path.Steps[0], path.Steps.RemoveAt(0), asked);
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
        var callers = flow.Callers.GetOrAdd(method.OriginalDefinition, _ => CallersOf(method));
        if (callers.Found.IsEmpty) return callers.IsComplete ? open : open.Join(Value.Of(Origin.Budget));
        var value = OutsideMayCall(method) ? open : Value.Bottom;
        foreach (var (call, at) in callers.Found)
            value = value.Join(Argument(call, parameter, steps, at, null) ?? Value.Of(Origin.Unmodelled, asked));
        return callers.IsComplete ? value : value.Join(Value.Of(Origin.Budget));
    }

    private static bool IsLambda(FlowGraph graph) => graph.Outer is not null && graph.Syntax is not LocalFunctionStatementSyntax;

    /// <summary>A lambda given to a library: a handler of an endpoint gets request data, any other gets what else the call was given.</summary>
    private Value LambdaParameter(FlowGraph graph, Frame? frame, IOperation asked)
    {
        var outer = graph.Made.Graph;
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

    /// <summary>Endpoints, overrides, implementations of interfaces: code that is not here calls them too.</summary>
    private static bool OutsideMayCall(IMethodSymbol method)
    {
        if (method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty) return true;
        var type = method.ContainingType;
        if (type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ApiControllerAttribute") || type.Name.EndsWith("Controller", StringComparison.Ordinal)) return method.DeclaredAccessibility == Accessibility.Public;
        return type.AllInterfaces.Any(contract => contract.GetMembers(method.Name).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)
            && member.DeclaringSyntaxReferences.IsEmpty));
    }

    /// <summary>The calls of a method in the sources, found by name and confirmed by symbol; also those through the interface member that it implements.</summary>
    private CallSites CallersOf(IMethodSymbol method)
    {
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        var found = ImmutableArray.CreateBuilder<(IOperation, Point)>();
        var candidates = 0;
        foreach (var tree in flow.Code.TreesWith(name, cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var position in TreeIndex.Of(tree, cancellation).PositionsOf(name))
            {
                if (Written(root.FindToken(position).Parent) is not { } written) continue;
                if (++candidates > MaxCandidates || found.Count >= MaxSites) return new(found.ToImmutable(), false);
                if (flow.Code.BodyAround(written, cancellation)?.Graph is not { } graph) continue;
                var place = graph.Find(written, OperationKind.Invocation) ?? graph.Find(written, OperationKind.ObjectCreation);
                if (place is { } site && Targets(site.Operation, method)) found.Add(site);
                else if (place is null && IsMethodGroup(written, method, graph)) return new(ImmutableArray<(IOperation, Point)>.Empty, true);
            }
        }
        return new(found.ToImmutable(), true);
    }

    /// <summary>The call or creation that a name is written in, or the name itself where it may be a method group.</summary>
    private static SyntaxNode? Written(SyntaxNode? name)
    {
        if (name is not SimpleNameSyntax simple) return null;
        SyntaxNode outer = simple;
        while (outer.Parent is MemberAccessExpressionSyntax access && access.Name == outer || outer.Parent is QualifiedNameSyntax || outer.Parent is MemberBindingExpressionSyntax) outer = outer.Parent;
        return outer.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == outer => call,
            ObjectCreationExpressionSyntax creation when creation.Type == outer => creation,
            ExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax => outer,
            _ => null,
        };
    }

    private static bool IsMethodGroup(SyntaxNode written, IMethodSymbol method, FlowGraph graph) =>
        graph.Find(written, OperationKind.MethodReference) is { Operation: IMethodReferenceOperation reference } && SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, method.OriginalDefinition);

    private static bool Targets(IOperation site, IMethodSymbol method)
    {
        var called = site switch { IInvocationOperation call => call.TargetMethod, IObjectCreationOperation creation => creation.Constructor, _ => null };
        if (called is null) return false;
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(called, method.OriginalDefinition) || SymbolEqualityComparer.Default.Equals(called, method.PartialDefinitionPart)) return true;
        return called.ContainingType?.TypeKind == TypeKind.Interface && method.ContainingType is { TypeKind: not TypeKind.Interface } type
            && type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, called.ContainingType)
                && contract.GetMembers(called.Name).Any(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, called)
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method.OriginalDefinition)));
    }

    /// <summary>Everything that is written to a field or auto-property anywhere, with its initializer.</summary>
    private Value Written(ISymbol member, ImmutableArray<ISymbol> steps, IOperation asked) =>
        Remember(member, flow.Members, () =>
        {
            var sites = flow.Writes.GetOrAdd(member, _ => WritesOf(member));
            var value = Value.Bottom;
            foreach (var (operation, at) in sites.Found)
                value = value.Join(operation is IAssignmentOperation { Value: { } assigned } ? Below(assigned, steps, at, null) : Text(operation, at, null).Opaque());
            if (sites.Found.IsEmpty) value = IsSettableElsewhere(member) ? Value.Of(Origin.OpenParameter, asked) : Value.Constant(null);
            return sites.IsComplete ? value : value.Join(Value.Of(Origin.Budget));
        });

    private static bool IsSettableElsewhere(ISymbol member) => member switch
    {
        IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private } || property.ContainingType.IsRecord,
        IFieldSymbol field => !field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private,
        _ => true,
    };

    private CallSites WritesOf(ISymbol member)
    {
        var found = ImmutableArray.CreateBuilder<(IOperation, Point)>();
        var candidates = 0;
        foreach (var tree in flow.Code.TreesWith(member.Name, cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var position in TreeIndex.Of(tree, cancellation).PositionsOf(member.Name))
            {
                if (Assignment(root.FindToken(position).Parent) is not { } assignment) continue;
                if (++candidates > MaxCandidates || found.Count >= MaxSites) return new(found.ToImmutable(), false);
                if (flow.Code.BodyAround(assignment, cancellation)?.Graph is not { } graph) continue;
                if (assignment is EqualsValueClauseSyntax)
                {
                    if (Initializer(graph, member) is { } initial) found.Add(initial);
                }
                else if ((graph.Find(assignment, OperationKind.SimpleAssignment) ?? graph.Find(assignment, OperationKind.CompoundAssignment) ?? graph.Find(assignment, OperationKind.CoalesceAssignment))
                    is { Operation: IAssignmentOperation write } site && Names(write.Target, member))
                {
                    found.Add(site);
                }
            }
        }
        return new(found.ToImmutable(), true);
    }

    private static (IOperation, Point)? Initializer(FlowGraph graph, ISymbol member)
    {
        for (var b = 0; b < graph.Graph.Blocks.Length; b++)
            for (var i = 0; i < graph.Graph.Blocks[b].Operations.Length; i++)
                if (graph.Graph.Blocks[b].Operations[i] is ISimpleAssignmentOperation assignment && Names(assignment.Target, member))
                    return (assignment, new Point(graph, b, i));
        return null;
    }

    private static bool Names(IOperation target, ISymbol member) => target switch
    {
        IFieldReferenceOperation field => SymbolEqualityComparer.Default.Equals(field.Field.OriginalDefinition, member),
        IPropertyReferenceOperation property => SymbolEqualityComparer.Default.Equals(property.Property.OriginalDefinition, member),
        _ => false,
    };

    /// <summary>The assignment whose target a name ends, or the initializer of the member that the name declares.</summary>
    private static SyntaxNode? Assignment(SyntaxNode? name)
    {
        switch (name)
        {
            case VariableDeclaratorSyntax { Initializer: { } initializer, Parent.Parent: FieldDeclarationSyntax }: return initializer;
            case PropertyDeclarationSyntax { Initializer: { } initializer }: return initializer;
        }
        var outer = name;
        while (outer?.Parent is MemberAccessExpressionSyntax access && access.Name == outer) outer = outer.Parent;
        return outer?.Parent is AssignmentExpressionSyntax assignment && assignment.Left == outer ? assignment : null;
    }
}
