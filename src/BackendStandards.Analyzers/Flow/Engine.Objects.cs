using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Objects that are made, what their members hold when the constructor is done, and exceptions on their way to a handler.</summary>
internal sealed partial class Engine
{
    /// <summary>Deeper calls are not searched for what they throw.</summary>
    private const int MaxThrowDepth = 2;

    /// <summary>A creation whose arguments a member's initializer may use.</summary>
    private sealed record Making(IOperation Creation, IMethodSymbol? Constructor, Point At, Frame? Frame);

    /// <summary>A new object, as a text: what it is given.</summary>
    private Value Creation(IObjectCreationOperation creation, Point at, Frame? frame)
    {
        if (creation.Type is not { } type) return Children(creation, at, frame);
        if (type.TypeKind == TypeKind.Delegate && creation.Arguments.Length == 1) return Eval(creation.Arguments[0].Value, at, frame);
        if (creation.Constructor is { } constructor && !IsInSource(type) && FromRow(creation, constructor, null, creation.Arguments, at, frame) is { } known) return known;
        var made = Value.OfAtom(new Allocation(type));
        return creation.Arguments.IsEmpty ? made : made.Join(Inputs(creation, null, creation.Arguments, at, frame).Content());
    }

    /// <summary>What the members below a new object hold.</summary>
    private Value Constructed(IObjectCreationOperation creation, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        if (creation.Type is not { } type) return Children(creation, at, frame);
        if (!IsInSource(type) && steps[0] is IPropertySymbol property && Named(creation.Arguments, property.Name) is { } given) return Below(given, steps.RemoveAt(0), at, frame);
        if (!IsInSource(type)) return steps[0] is Element && creation.Arguments.IsEmpty ? Value.Bottom : Eval(creation, at, frame).Opaque();
        if (creation.Constructor is { IsImplicitlyDeclared: false } constructor && GraphOf(constructor) is { } graph)
            return NewFrame(creation, graph, at, frame, null) is { } entered ? Read(new AccessPath(AccessPath.This, steps), graph.Exit, entered, creation) : Value.Of(Origin.Budget);
        return BeforeConstructor(type, steps, new Making(creation, creation.Constructor, at, frame), at, frame);
    }

    /// <summary>What a member holds when the constructor's own statements begin: its parameter, its initializer, what a base constructor wrote, or nothing.</summary>
    private Value BeforeConstructor(ITypeSymbol type, ImmutableArray<object> steps, Making? making, Point at, Frame? frame)
    {
        if (steps[0] is not ISymbol member) return Value.Bottom;
        var below = steps.RemoveAt(0);
        if (member is IParameterSymbol hidden)
            return making is not null && ArgumentOf(making.Creation, hidden) is { } given ? Below(given, below, making.At, making.Frame) : Value.Of(Origin.OpenParameter, making?.Creation);
        // A record's positional property is its parameter.
        if (making is { Constructor: { } constructor } && IsPositional(member) && constructor.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name) is { } positional)
        {
            if (ArgumentOf(making.Creation, positional) is { } argument) return Below(argument, below, making.At, making.Frame);
            return positional.HasExplicitDefaultValue ? Value.Constant(positional.ExplicitDefaultValue) : Value.Of(Origin.Unmodelled, making.Creation);
        }
        if (making is not null && !SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, type.OriginalDefinition) && type.BaseType is { } parent && IsInSource(parent)
            && parent.InstanceConstructors.FirstOrDefault(one => one.Parameters.IsEmpty) is { IsImplicitlyDeclared: false } plain && GraphOf(plain) is { } graph && NewFrame(making.Creation, graph, making.At, making.Frame, null) is { } entered)
            return Read(new AccessPath(AccessPath.This, steps), graph.Exit, entered, making.Creation);
        return Initializer(member, below, making) ?? Default(member);
    }

    private static bool IsPositional(ISymbol member) => member is IPropertySymbol && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax;

    /// <summary>The value that a member is declared with; null where it has none.</summary>
    private Value? Initializer(ISymbol member, ImmutableArray<object> steps, Making? making)
    {
        if (InitializerOf(member) is not { } found) return null;
        var frame = making is null ? null : NewFrame(making.Creation, found.At.Graph, making.At, making.Frame, null);
        return Below(found.Assignment.Value, steps, found.At, frame);
    }

    private (ISimpleAssignmentOperation Assignment, Point At)? InitializerOf(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var clause = reference.GetSyntax(cancellation) switch { VariableDeclaratorSyntax variable => variable.Initializer, PropertyDeclarationSyntax property => property.Initializer, _ => null };
            if (clause is null || flow.Code.BodyAround(clause, cancellation)?.Graph is not { } graph) continue;
            for (var b = graph.Graph.Blocks.Length - 1; b >= 0; b--)
                for (var i = graph.Block(b).Operations.Length - 1; i >= 0; i--)
                    if (graph.Block(b).Operations[i] is ISimpleAssignmentOperation assignment && Names(assignment.Target, member.OriginalDefinition)) return (assignment, new Point(graph, b, i));
        }
        return null;
    }

    private static Value Default(ISymbol member) => Value.Constant((member switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null })?.SpecialType switch
    {
        SpecialType.System_Boolean => false,
        SpecialType.System_Int32 => 0,
        _ => null,
    });

    private static bool Names(IOperation target, ISymbol member) => target switch
    {
        IFieldReferenceOperation field => SymbolEqualityComparer.Default.Equals(field.Field.OriginalDefinition, member),
        IPropertyReferenceOperation property => SymbolEqualityComparer.Default.Equals(property.Property.OriginalDefinition, member),
        IEventReferenceOperation subscribed => SymbolEqualityComparer.Default.Equals(subscribed.Event.OriginalDefinition, member),
        _ => false,
    };

    /// <summary>What a caught exception holds: what is thrown inside the try block, as far as it is seen; and it is an exception's details in any case.</summary>
    private Value Caught(ICaughtExceptionOperation caught, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        var value = Value.Bottom;
        for (var region = at.Graph.Block(at.Block).EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind is not (ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler) || region.EnclosingRegion?.NestedRegions.FirstOrDefault(inner => inner.Kind == ControlFlowRegionKind.Try) is not { } tried) continue;
            value = Thrown(at.Graph, tried.FirstBlockOrdinal, tried.LastBlockOrdinal, region.ExceptionType, frame, steps, 0);
            break;
        }
        return (value.IsBottom ? Value.Of(Origin.Harmless) : value.Opaque()).Marked(Origin.Exception, caught);
    }

    private Value Thrown(FlowGraph graph, int first, int last, ITypeSymbol? type, Frame? frame, ImmutableArray<object> steps, int depth)
    {
        var value = Value.Bottom;
        for (var i = first; i <= last; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = graph.Block(i);
            if (!IsLive(block, graph, frame)) continue;
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw && block.BranchValue is { } thrown && IsCaughtAs(thrown, type))
                value = value.Join(Below(thrown, steps, new Point(graph, i, block.Operations.Length), frame));
            if (depth >= MaxThrowDepth) continue;
            for (var k = 0; k <= block.Operations.Length; k++)
                if (FlowGraph.OperationAt(block, k) is { } statement)
                    foreach (var effect in graph.EffectsOf(statement))
                        if (effect is IInvocationOperation call && IsInSource(call.TargetMethod) && GraphOf(call.TargetMethod) is { } callee && NewFrame(call, callee, new Point(graph, i, k), frame, null) is { } entered)
                            value = value.Join(Thrown(callee, 0, callee.Graph.Blocks.Length - 1, type, entered, steps, depth + 1));
        }
        return value;
    }

    private bool IsCaughtAs(IOperation thrown, ITypeSymbol? type) =>
        type is null || Plain(thrown).Type is not { } made || flow.Code.Compilation.ClassifyCommonConversion(made, type) is { IsImplicit: true } || flow.Code.Compilation.ClassifyCommonConversion(type, made) is { IsImplicit: true };
}
