using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Which place an expression names.</summary>
internal sealed partial class Engine
{
    /// <summary>
    /// The place that an expression names; null where it names none. A flow capture stands for the place that was captured where that is written
    /// (<c>x.F = a ?? b</c> writes through a capture of <c>x</c>); a variable that is only read counts with what it held at the capture.
    /// </summary>
    private AccessPath? PathOf(IOperation? operation, Point at, Frame? frame, bool written = false)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local: return (at.Graph.AliasOf(local.Local) is { } alias ? PathOf(alias, at, frame, written) : null) ?? AccessPath.Of(local.Local);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return IsCapturedPrimary(parameter, at.Graph) ? AccessPath.Of(AccessPath.This).Add(parameter.OriginalDefinition) : AccessPath.Of(parameter.OriginalDefinition);
            case IInstanceReferenceOperation: return AccessPath.Of(AccessPath.This);
            case IFlowCaptureReferenceOperation capture: return OfCapture(capture, at, frame, written);
            case IConversionOperation { OperatorMethod: null } conversion: return PathOf(conversion.Operand, at, frame, written);
            case IDeclarationExpressionOperation declaration: return PathOf(declaration.Expression, at, frame, written);
            case IEventReferenceOperation { Event: var subscribed } reference when IsInSource(subscribed):
                return subscribed.IsStatic ? AccessPath.Of(subscribed.OriginalDefinition) : PathOf(reference.Instance, at, frame, written)?.Add(subscribed.OriginalDefinition);
            case IFieldReferenceOperation { Field: { IsConst: false } field } reference: return OfField(field, reference, at, frame, written);
            case IPropertyReferenceOperation { Property: var property } reference: return OfProperty(property, reference, at, frame, written);
            case IArrayElementReferenceOperation element: return PathOf(element.ArrayReference, at, frame, written)?.Add(ElementAt(element.Indices, at, frame));
            default: return null;
        }
    }

    private AccessPath OfCapture(IFlowCaptureReferenceOperation capture, Point at, Frame? frame, bool written)
    {
        IOperation? captured = null;
        foreach (var made in at.Graph.CapturesOf(capture.Id))
        {
            // One of several ways: only the capture itself knows which.
            if (captured is not null) return AccessPath.Of(capture.Id);
            captured = made.Operation.Value;
        }
        // "with" on a struct captures a copy.
        if (captured is null or IFlowCaptureReferenceOperation || captured.Syntax.Parent is WithExpressionSyntax || !(written || captured.Type?.IsReferenceType == true)) return AccessPath.Of(capture.Id);
        return PathOf(captured, at, frame, written) is { } path && (written || captured is not (ILocalReferenceOperation or IParameterReferenceOperation)) ? path : AccessPath.Of(capture.Id);
    }

    private AccessPath? OfField(IFieldSymbol field, IFieldReferenceOperation reference, Point at, Frame? frame, bool written)
    {
        if (field.ContainingType.IsTupleType)
            return ItemOf(field) is { } item && PathOf(reference.Instance, at, frame, written) is { } tuple ? tuple.Add(item) : null;
        if (!IsInSource(field)) return null;
        return field.IsStatic ? AccessPath.Of(field.OriginalDefinition) : PathOf(reference.Instance, at, frame, written)?.Add(field.OriginalDefinition);
    }

    private AccessPath? OfProperty(IPropertySymbol property, IPropertyReferenceOperation reference, Point at, Frame? frame, bool written)
    {
        if (IsAuto(property))
            return property.IsStatic ? AccessPath.Of(property.OriginalDefinition) : PathOf(reference.Instance, at, frame, written)?.Add(property.OriginalDefinition);
        if (IsInSource(property) || reference.Instance is null || flow.Libraries.IsSourceOrHarmless(property)) return null;
        // An element of a collection, and what an object of a library was given under a name.
        if (CollectionStep(reference, at, frame) is { } step) return PathOf(reference.Instance, at, frame, written)?.Add(step);
        return reference.Arguments.IsEmpty && (property.SetMethod is not null || property.ContainingType.Name is "Tuple" or "KeyValuePair" or "DictionaryEntry") ? PathOf(reference.Instance, at, frame, written)?.Add(property.OriginalDefinition) : null;
    }

    /// <summary>The step that an indexer of a library's collection takes, or its keys or values; null for any other property.</summary>
    private Element? CollectionStep(IPropertyReferenceOperation reference, Point at, Frame? frame)
    {
        if (reference.Instance?.Type is not { } type || IsInSource(reference.Property) || type.SpecialType == SpecialType.System_String || type.Name == "StringBuilder") return null;
        return (reference.Property.Name, reference.Arguments.Length) switch
        {
            ("Keys" or "AllKeys", 0) => Element.Keys,
            ("Values", 0) => Element.Any,
            (_, 1) => ElementAt(reference.Arguments[0].Value, at, frame),
            _ => null,
        };
    }

    private Element ElementAt(ImmutableArray<IOperation> indices, Point at, Frame? frame)
    {
        if (indices.Length == 1) return ElementAt(indices[0], at, frame);
        var key = "";
        foreach (var index in indices)
            if (Eval(index, at, frame).TryConstant(out var known) && known is int place) key += "," + place.ToString(System.Globalization.CultureInfo.InvariantCulture);
            else return Element.Any;
        return new(key);
    }

    private Element ElementAt(IOperation index, Point at, Frame? frame) => Eval(index, at, frame).TryConstant(out var known) && known is not null ? new(known) : Element.Any;

    private static Element? ItemOf(IFieldSymbol field)
    {
        var items = field.ContainingType.TupleElements;
        for (var i = 0; i < items.Length; i++)
            if (items[i].Name == field.Name || items[i].CorrespondingTupleField?.Name == field.Name) return Element.Item(i);
        return null;
    }

    /// <summary>A primary constructor's parameter, used outside of it: a hidden field of the object.</summary>
    private static bool IsCapturedPrimary(IParameterSymbol parameter, FlowGraph graph) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && graph.Home.Owner is IMethodSymbol owner && !SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, constructor.OriginalDefinition);

    /// <summary>A property whose value is what was written to it.</summary>
    private bool IsAuto(IPropertySymbol property)
    {
        if (property.ContainingType.IsAnonymousType) return true;
        var own = property.OriginalDefinition;
        return flow.AutoProperties.TryGetValue(own, out var known) ? known : flow.AutoProperties.GetOrAdd(own, HasBackingField(own));
    }

    private static bool HasBackingField(IPropertySymbol property)
    {
        if (!IsInSource(property) || property.IsIndexer || property.IsAbstract) return false;
        foreach (var member in property.ContainingType.GetMembers())
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)) return true;
        return false;
    }

    /// <summary>The value of the members and elements below an expression: through conversions, calls, constructors and initializers.</summary>
    private Value Below(IOperation? operation, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        if (operation is null) return Value.Bottom;
        if (steps.IsEmpty) return Eval(operation, at, frame);
        if (steps.Length > AccessPath.MaxSteps) return Text(operation, at, frame).Opaque();
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion: return Below(conversion.Operand, steps, at, frame);
            case IAwaitOperation wait: return Below(wait.Operation, steps, at, frame);
            case ISimpleAssignmentOperation assignment: return Below(assignment.Value, steps, at, frame);
            case IInvocationOperation call: return Call(call, steps, at, frame);
            // A library's conversion shows the same elements: a span of an array.
            case IConversionOperation { OperatorMethod: { } given } conversion when !IsInSource(given): return Below(conversion.Operand, steps, at, frame);
            case IConversionOperation { OperatorMethod: { } method }: return SourceCall(operation, method, steps, at, frame) ?? Eval(operation, at, frame).Opaque();
            case ICaughtExceptionOperation caught: return Caught(caught, steps, at, frame);
            case IObjectCreationOperation creation: return Constructed(creation, steps, at, frame);
            case IPropertyReferenceOperation property when PathOf(operation, at, frame) is null: return Property(property, steps, at, frame);
            case ITupleOperation tuple when steps[0] is Element { Index: Element.Position { Ordinal: var item } }: return item < tuple.Elements.Length ? Below(tuple.Elements[item], steps.RemoveAt(0), at, frame) : Value.Bottom;
            case IAnonymousObjectCreationOperation anonymous: return OfAnonymous(anonymous, steps, at, frame);
            case IArrayCreationOperation { Initializer: { } initializer }: return OfElements(initializer.ElementValues, steps, at, frame);
            case IArrayCreationOperation: return Value.Constant(null);
            case { Syntax: CollectionExpressionSyntax list }: return OfCollectionExpression(operation, list, steps, at, frame);
        }
        return PathOf(operation, at, frame)?.Add(steps) is { } path ? Read(path, at, frame, operation) : Eval(operation, at, frame).Opaque();
    }

    private Value OfAnonymous(IAnonymousObjectCreationOperation anonymous, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        foreach (var initializer in anonymous.Initializers)
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment && AccessPath.Same(target.Property.OriginalDefinition, steps[0]))
                return Below(assignment.Value, steps.RemoveAt(0), at, frame);
        return Children(anonymous, at, frame);
    }

    private Value OfElements(ImmutableArray<IOperation> elements, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        var below = steps.RemoveAt(0);
        if (steps[0] is Element { Index: int index }) return index >= 0 && index < elements.Length ? Below(elements[index], below, at, frame) : Value.Bottom;
        var value = elements.Length > MaxChildren ? Value.Of(Origin.Budget) : Value.Bottom;
        foreach (var element in elements.Take(MaxChildren)) value = value.Join(Below(element, below, at, frame));
        return value;
    }

    /// <summary><c>[a, b, .. rest]</c>: the floor knows no such operation, only its children.</summary>
    private Value OfCollectionExpression(IOperation operation, CollectionExpressionSyntax list, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        var children = operation.ChildOperations.ToImmutableArray();
        return children.Length == list.Elements.Count && list.Elements.All(element => element is ExpressionElementSyntax) ? OfElements(children, steps, at, frame) : Eval(operation, at, frame).Opaque();
    }
}
