using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What calls and properties of the sources give: into their bodies, by the receiver's exact type where it is known.</summary>
internal sealed partial class Engine
{
    // What "with" calls on a record; the floor's WellKnownMemberNames does not have it.
    private const string CloneMethod = "<Clone>$";

    private Value Call(IInvocationOperation call, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        var method = call.TargetMethod;
        if (method.Name == CloneMethod) return Below(call.Instance, steps, at, frame);
        if (method.MethodKind == MethodKind.DelegateInvoke) return Invoked(call, call.Instance, steps, at, frame);
        // A record prints its members.
        if (method is { Name: "ToString", IsImplicitlyDeclared: true, ContainingType.IsRecord: true } && call.Instance is { } printed) return Printed(printed, method.ContainingType, at, frame);
        if (IsInSource(method)) return ((flow.Libraries.HasOwnRow(method) ? Rows(call, method, call.Instance, call.Arguments, at, frame) : null) ?? SourceCall(call, method, steps, at, frame) ?? Unseen(call, at, frame)).Via(call);
        // ToString of an object whose type is known, or is one of ours, runs its own.
        if (method is { Name: "ToString", Parameters.IsEmpty: true } && call.Instance is { } instance && RunsOwnToString(instance, at, frame) && SourceCall(call, method, steps, at, frame) is { } text) return text;
        return Library(call, method, call.Instance, call.Arguments, steps, at, frame);
    }

    private Value Printed(IOperation record, INamedTypeSymbol type, Point at, Frame? frame)
    {
        var value = Value.Of(Origin.Constant);
        foreach (var member in type.GetMembers())
            if (member is IPropertySymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public } property && !HarmlessTypes.Contain(property.Type))
                value = value.Join(Below(record, ImmutableArray.Create<object>(property.OriginalDefinition), at, frame).Opaque());
        return value;
    }

    private bool RunsOwnToString(IOperation instance, Point at, Frame? frame)
    {
        if (Plain(instance).Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type && IsInSource(type)) return OwnToString(type) is not null;
        return Plain(instance).Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } && Eval(instance, at, frame) is { Atoms: { IsDefault: false, Length: > 0 } atoms }
            && atoms.All(atom => atom is Allocation { Type: INamedTypeSymbol made } && IsInSource(made) && OwnToString(made) is not null);
    }

    private Value Property(IPropertyReferenceOperation reference, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        var property = reference.Property;
        if (flow.Libraries.IsSourceOrHarmless(property) && FromRow(reference, property, reference.Instance, reference.Arguments, at, frame) is { } known) return known;
        if (PathOf(reference, at, frame) is { } path && path.Add(steps) is { } longer) return Read(longer, at, frame, reference);
        if (CollectionStep(reference, at, frame) is { } step) return Below(reference.Instance, steps.Insert(0, step), at, frame);
        if (FromRow(reference, property, reference.Instance, reference.Arguments, at, frame) is { } passed) return passed;
        if (IsInSource(property))
        {
            if (property is { IsStatic: true, IsAbstract: true, GetMethod: { } constrained }) return SourceCall(reference, constrained, steps, at, frame) ?? Value.Of(Origin.Unmodelled, reference);
            if (IsAuto(property)) return Below(reference.Instance, steps.Insert(0, property.OriginalDefinition), at, frame);
            return property.GetMethod is { } getter ? SourceCall(reference, getter, steps, at, frame) ?? Member(reference, property, at, frame) : Value.Bottom;
        }
        if (property.ContainingType.IsAnonymousType && reference.Instance is not null) return Below(reference.Instance, steps.Insert(0, property.OriginalDefinition), at, frame);
        if (reference.Instance?.Type?.SpecialType == SpecialType.System_String && OfText(reference, at, frame) is { } folded) return folded;
        return Library(reference, property, reference.Instance, reference.Arguments, steps, at, frame);
    }

    private Value? OfText(IPropertyReferenceOperation reference, Point at, Frame? frame)
    {
        if (!Eval(reference.Instance, at, frame).TryConstant(out var constant) || constant is not string text) return null;
        object? index = null;
        if (reference.Arguments.Length == 1 && (!Eval(reference.Arguments[0].Value, at, frame).TryConstant(out index) || index is null)) return null;
        return Folding.Property(text, reference.Property.Name, index) is { } folded ? Value.Constant(folded) : null;
    }

    /// <summary>A member whose body is not here: what its object holds.</summary>
    private Value Member(IPropertyReferenceOperation reference, IPropertySymbol property, Point at, Frame? frame) =>
        reference.Instance is null ? Value.Of(Origin.Unmodelled, reference) : property.IsAbstract ? Value.Of(Origin.OpenParameter, reference) : Eval(reference.Instance, at, frame).Opaque();

    /// <summary>What a method, accessor, operator or conversion of the sources returns for this call; null where none of its bodies is here.</summary>
    private Value? SourceCall(IOperation call, IMethodSymbol method, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        Value? value = null;
        foreach (var target in TargetsOf(call, method, at, frame))
        {
            cancellation.ThrowIfCancellationRequested();
            if (target.AssociatedSymbol is IPropertySymbol { IsStatic: true } shared && IsAuto(shared))
            {
                value = (value ?? Value.Bottom).Join(Written(shared.OriginalDefinition, steps));
                continue;
            }
            if (target.AssociatedSymbol is IPropertySymbol property && IsAuto(property) && ReceiverOf(call) is { } holder)
            {
                value = (value ?? Value.Bottom).Join(Below(holder, steps.Insert(0, property.OriginalDefinition), at, frame));
                continue;
            }
            if (GraphOf(target) is not { } graph)
            {
                if (!target.IsAbstract) value = (value ?? Value.Bottom).Join(Value.Of(Origin.Unmodelled, call));
                continue;
            }
            value = (value ?? Value.Bottom).Join(NewFrame(call, graph, at, frame, null) is { } entered ? ReturnsOf(graph, entered, steps) : frame?.CountOf(call) >= 2 ? Recursion(call, at, frame) : Value.Of(Origin.Budget));
        }
        return value;
    }

    private Value ReturnsOf(FlowGraph graph, Frame? frame, ImmutableArray<object> steps)
    {
        var value = Value.Bottom;
        foreach (var (returned, at) in graph.Returns)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsLive(graph.Block(at.Block), graph, frame)) value = value.Join(steps.IsEmpty ? Text(returned, at, frame) is var text && IsHarmlessScalar(returned.Type) ? Eval(returned, at, frame) : text : Below(returned, steps, at, frame));
        }
        return value;
    }

    private Frame? NewFrame(IOperation call, FlowGraph graph, Point at, Frame? parent, Closure? closure)
    {
        if ((parent?.Depth ?? 0) >= MaxFrames || parent?.CountOf(call) >= 2) return null;
        var key = (call, parent, graph, closure);
        return flow.Frames.TryGetValue(key, out var known) ? known : flow.Frames.GetOrAdd(key, new Frame(call, graph, at, parent, closure));
    }

    private FlowGraph? GraphOf(IMethodSymbol method)
    {
        if (flow.Code.BodyOf(method, cancellation)?.Graph is not { } graph) return null;
        if (method.MethodKind != MethodKind.LocalFunction) return graph;
        return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } declaration ? NestedIn(graph, declaration) : null;
    }

    private static FlowGraph? NestedIn(FlowGraph graph, SyntaxNode declaration) =>
        graph.Nested(declaration) ?? graph.NestedGraphs.Select(inner => NestedIn(inner, declaration)).FirstOrDefault(found => found is not null);

    /// <summary>The methods that a call may run: those of the receiver's exact types, where they are known, else every override in the sources.</summary>
    private IReadOnlyList<IMethodSymbol> TargetsOf(IOperation call, IMethodSymbol method, Point at, Frame? frame)
    {
        method = method.ReducedFrom ?? method;
        if (method is { IsStatic: true, IsAbstract: true }) return (call switch { IInvocationOperation invoked => invoked.ConstrainedToType, IMemberReferenceOperation read => read.ConstrainedToType, _ => null }) is ITypeParameterSymbol parameter && Substituted(parameter, frame) is { } actual && Implementation(actual, method) is { } made ? [made] : [];
        var receiver = ReceiverOf(call);
        if (method.IsStatic || receiver is null or IInstanceReferenceOperation { Syntax: BaseExpressionSyntax } || !(method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed))) return [method];
        var self = Eval(receiver, at, frame);
        if (!self.Atoms.IsDefault && self.Atoms.Length > 0 && self.Atoms.All(atom => atom is Allocation or null))
        {
            var exact = self.Atoms.OfType<Allocation>().Select(atom => Implementation(atom.Type, method)).OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToList();
            if (exact.Count > 0) return exact;
        }
        var overrides = OverridesOf(method);
        if (Plain(receiver).Type is INamedTypeSymbol { TypeKind: TypeKind.Class } known && overrides.Count > 0)
        {
            // The static type says which override is run at least.
            var least = Implementation(known, method);
            return [.. overrides.Where(over => Derives(over.ContainingType, known)), .. least is { IsAbstract: false } ? [least] : Array.Empty<IMethodSymbol>()];
        }
        return method.IsAbstract || overrides.Contains(method, SymbolEqualityComparer.Default) ? overrides : [.. overrides, method];
    }

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var up = type.BaseType; up is not null; up = up.BaseType)
            if (SymbolEqualityComparer.Default.Equals(up.OriginalDefinition, ancestor.OriginalDefinition)) return true;
        return false;
    }

    private static IMethodSymbol? Implementation(ITypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
                if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType.OriginalDefinition))
                    foreach (var member in contract.GetMembers(method.Name))
                        if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition) && type.FindImplementationForInterfaceMember(member) is IMethodSymbol found) return found;
            return null;
        }
        for (var up = type; up is not null; up = up.BaseType)
            foreach (var member in up.GetMembers(method.Name))
                for (var over = member as IMethodSymbol; over is not null; over = over.OverriddenMethod)
                    if (SymbolEqualityComparer.Default.Equals(over.OriginalDefinition, method.OriginalDefinition)) return (IMethodSymbol)member;
        return null;
    }

    private static IOperation? ReceiverOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Instance,
        IPropertyReferenceOperation property => property.Instance,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Instance,
        IObjectCreationOperation or IConversionOperation or IBinaryOperation or IUnaryOperation => null,
        _ => call,
    };

    /// <summary>The type that a type parameter stands for in the call that entered a generic method, or a member of a generic type.</summary>
    private static ITypeSymbol Substituted(ITypeSymbol type, Frame? frame)
    {
        if (type is not ITypeParameterSymbol parameter) return type;
        for (var outer = frame; outer is not null; outer = outer.Parent)
        {
            var method = outer.Call switch { IInvocationOperation call => call.TargetMethod, IObjectCreationOperation creation => creation.Constructor, IPropertyReferenceOperation property => property.Property.GetMethod, _ => null };
            if (method is null) continue;
            var (owner, arguments) = parameter.DeclaringMethod is not null ? ((ISymbol)method.OriginalDefinition, method.TypeArguments) : (method.ContainingType.OriginalDefinition, method.ContainingType.TypeArguments);
            if (!SymbolEqualityComparer.Default.Equals(owner, (ISymbol?)parameter.DeclaringMethod?.OriginalDefinition ?? parameter.DeclaringType)) continue;
            return Substituted(arguments[parameter.Ordinal], outer.Parent);
        }
        return type;
    }
}
