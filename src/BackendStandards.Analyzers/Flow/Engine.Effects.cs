using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What one operation writes to a place: assignments, deconstructions and patterns.</summary>
internal sealed partial class Engine
{
    private Hit Effect(IOperation operation, AccessPath path, Point at, Point start, Frame? frame, out Value value)
    {
        value = Value.Bottom;
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                return AccessPath.Of(capture.Id).Below(path, out _) is { IsDefault: false } below ? Certainly(Below(capture.Value, below, at, frame), out value) : Hit.None;
            case ISimpleAssignmentOperation assignment:
                var set = Setter(assignment, assignment.Target, path, at, frame, ref value);
                if (set == Hit.None) set = Emptied(assignment.Target, assignment.Value, path, at, frame, ref value);
                if (set == Hit.None) set = KeyWritten(assignment.Target, path, at, frame, ref value);
                return set != Hit.None ? set : Assigned(assignment.Target, path, at, frame, steps => Below(assignment.Value, steps, Later(assignment.Value, steps, at, start), frame).Via(assignment.Value), ref value);
            case ICompoundAssignmentOperation compound:
                return Assigned(compound.Target, path, at, frame, _ => Compound(compound, at, frame), ref value);
            case ICoalesceAssignmentOperation coalesce:
                return Perhaps(Assigned(coalesce.Target, path, at, frame, steps => Below(coalesce.Value, steps, at, frame), ref value));
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstructed(deconstruction.Target, deconstruction.Value, Itself, path, at, frame, ref value);
            case IEventAssignmentOperation { Adds: true } subscription:
                return Perhaps(Assigned(subscription.EventReference, path, at, frame, _ => Eval(subscription.HandlerValue, at, frame), ref value));
            case IIncrementOrDecrementOperation step:
                return Assigned(step.Target, path, at, frame, _ => Stepped(step, at, frame), ref value);
            case IIsPatternOperation test:
                return Declared(test.Pattern, path, steps => Below(test.Value, steps, at, frame), ref value);
            case IInvocationOperation call:
                return Called(call, call.TargetMethod, call.Instance, call.Arguments, path, at, frame, ref value);
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                return Called(creation, constructor, null, creation.Arguments, path, at, frame, ref value);
            case IFlowAnonymousFunctionOperation lambda:
                // It may run from here on, and write a variable around it.
                if (path.Root is not (ILocalSymbol or IParameterSymbol) || at.Graph.Nested(lambda.Syntax) is not { } body || !MayWrite(body, path, 0)) return Hit.None;
                value = Read(path, body.Exit, null, _asked ?? lambda);
                return Hit.Maybe;
            default:
                return Hit.None;
        }
    }

    private static Hit Certainly(Value written, out Value value)
    {
        value = written;
        return Hit.Certain;
    }

    private static Hit Perhaps(Hit hit) => hit == Hit.None ? Hit.None : Hit.Maybe;

    /// <summary>Where an assigned object is read: a variable that holds it for good is asked where the walk began, so that what is put into the object later counts.</summary>
    private static Point Later(IOperation assigned, ImmutableArray<object> steps, Point at, Point start) =>
        !steps.IsEmpty && assigned.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } && at.Graph.IsLasting(Plain(assigned)) ? start : at;

    private Value Compound(ICompoundAssignmentOperation compound, Point at, Frame? frame)
    {
        if (compound.Type?.TypeKind == TypeKind.Delegate)
            return compound.OperatorKind == BinaryOperatorKind.Subtract ? Eval(compound.Target, at, frame) : Eval(compound.Target, at, frame).Join(Eval(compound.Value, at, frame));
        if (compound.Type?.SpecialType == SpecialType.System_String) return Part(compound.Target, at, frame).Concat(Part(compound.Value, at, frame));
        var (left, right) = (Eval(compound.Target, at, frame), Eval(compound.Value, at, frame));
        return left.TryConstant(out var a) && right.TryConstant(out var b) && Folding.Binary(compound.OperatorKind, a, b) is { } folded ? Value.Constant(folded) : left.Join(right).Opaque();
    }

    private Value Stepped(IIncrementOrDecrementOperation step, Point at, Frame? frame) =>
        Eval(step.Target, at, frame).TryConstant(out var known) && known is int number ? Value.Constant(step.Kind == OperationKind.Increment ? number + 1 : number - 1) : Value.Of(Origin.Harmless);

    private Hit Assigned(IOperation target, AccessPath path, Point at, Frame? frame, Func<ImmutableArray<object>, Value> written, ref Value value)
    {
        if (PathOf(target, at, frame, written: true) is not { } place) return Hit.None;
        var below = place.Below(path, out var exact);
        if (!below.IsDefault)
        {
            value = written(below);
            return exact ? Hit.Certain : Hit.Maybe;
        }
        // A part of the asked object is written: the object is what it was, and this too. What an object of ours holds is asked by its members.
        if (place.Steps.Length <= path.Steps.Length || ReferenceEquals(path.Root, AccessPath.This) || !path.Holds(place)) return Hit.None;
        value = written(Itself).Content();
        return Hit.Maybe;
    }

    /// <summary><c>text.Length = 0</c> empties a builder.</summary>
    private Hit Emptied(IOperation target, IOperation assigned, AccessPath path, Point at, Frame? frame, ref Value value) =>
        target is IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.Name: "StringBuilder" }, Instance: { } builder } && PathOf(builder, at, frame, written: true) is { } place && place.Equals(path)
        && Eval(assigned, at, frame).TryConstant(out var length) && length is 0 ? Certainly(Value.Of(Origin.Constant).Content(), out value) : Hit.None;

    /// <summary>A key under which something is put.</summary>
    private Hit KeyWritten(IOperation target, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        if (path.Steps.IsEmpty || !path.Steps[path.Steps.Length - 1].Equals(Element.Keys) || target is not IPropertyReferenceOperation { Arguments: { Length: 1 } keys, Instance: { } map }) return Hit.None;
        if (PathOf(map, at, frame, written: true)?.Add(Element.Keys) is not { } place || !place.Equals(path)) return Hit.None;
        value = Input(keys[0].Value, at, frame);
        return Hit.Maybe;
    }

    /// <summary>A property of ours that is more than what was written to it: its setter is entered.</summary>
    private Hit Setter(ISimpleAssignmentOperation assignment, IOperation target, AccessPath path, Point at, Frame? frame, ref Value value) =>
        target is IPropertyReferenceOperation { Property: { SetMethod: { } setter } property } reference && IsInSource(property) && !IsAuto(property)
            ? Entered(assignment, setter, reference.Instance, AccessPath.This, path, at, frame, byReference: false, ref value)
            : Hit.None;

    private Hit Deconstructed(IOperation target, IOperation source, ImmutableArray<object> steps, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        while (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
        if (target is not ITupleOperation tuple)
            return Assigned(target, path, at, frame, rest => steps.Length == 1 && source.Type is { IsTupleType: false } type && steps[0] is Element { Index: Element.Position { Ordinal: var item } }
                ? ByDeconstruct(source, type, item, rest, at, frame)
                : Below(source, steps.AddRange(rest), at, frame), ref value);
        var values = steps.IsEmpty ? Plain(source) as ITupleOperation : null;
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var hit = values is not null && i < values.Elements.Length
                ? Deconstructed(tuple.Elements[i], values.Elements[i], Itself, path, at, frame, ref value)
                : Deconstructed(tuple.Elements[i], source, steps.Add(Element.Item(i)), path, at, frame, ref value);
            if (hit != Hit.None) return hit;
        }
        return Hit.None;
    }

    /// <summary>What the <c>Deconstruct</c> of a type of ours gives; a record's own gives the properties of the same names.</summary>
    private Value ByDeconstruct(IOperation source, ITypeSymbol type, int item, ImmutableArray<object> rest, Point at, Frame? frame)
    {
        foreach (var member in type.GetMembers("Deconstruct"))
        {
            if (member is not IMethodSymbol method || method.Parameters.Length <= item) continue;
            if (GraphOf(method) is { } graph)
                return NewFrame(source, graph, at, frame, null) is { } entered ? Read(new AccessPath(method.OriginalDefinition.Parameters[item], rest), graph.Exit, entered, source) : Value.Of(Origin.Budget);
            foreach (var property in type.GetMembers(method.Parameters[item].Name))
                if (property is IPropertySymbol) return Below(source, rest.Insert(0, property.OriginalDefinition), at, frame);
        }
        return Eval(source, at, frame).Opaque();
    }

    private static Hit Declared(IPatternOperation pattern, AccessPath path, Func<ImmutableArray<object>, Value> matched, ref Value value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } local } when AccessPath.Of(local).Below(path, out _) is { IsDefault: false } below:
                return Certainly(matched(below), out value);
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } self && AccessPath.Of(self).Below(path, out _) is { IsDefault: false } rest) return Certainly(matched(rest), out value);
                foreach (var part in recursive.PropertySubpatterns)
                    if (part.Member is IMemberReferenceOperation { Member: var member } && Declared(part.Pattern, path, steps => matched(steps.Insert(0, member.OriginalDefinition)), ref value) is var hit and not Hit.None) return hit;
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                {
                    // A record's own Deconstruct gives its properties.
                    object item = recursive.DeconstructSymbol is IMethodSymbol method && i < method.Parameters.Length && method.ContainingType.GetMembers(method.Parameters[i].Name).FirstOrDefault() is IPropertySymbol property
                        ? property.OriginalDefinition : Element.Item(i);
                    if (Declared(recursive.DeconstructionSubpatterns[i], path, steps => matched(steps.Insert(0, item)), ref value) is var hit and not Hit.None) return hit;
                }
                return Hit.None;
            case IListPatternOperation list:
                if (list.DeclaredSymbol is { } whole && AccessPath.Of(whole).Below(path, out _) is { IsDefault: false } held) return Certainly(matched(held), out value);
                foreach (var part in list.Patterns)
                    if (Declared(part, path, _ => matched(Itself).Opaque(), ref value) is var hit and not Hit.None) return hit;
                return Hit.None;
            case ISlicePatternOperation { Pattern: { } slice }: return Declared(slice, path, matched, ref value);
            case INegatedPatternOperation not: return Declared(not.Pattern, path, matched, ref value);
            case IBinaryPatternOperation binary:
                return Declared(binary.LeftPattern, path, matched, ref value) is var left and not Hit.None ? left : Declared(binary.RightPattern, path, matched, ref value);
            default: return Hit.None;
        }
    }
}
