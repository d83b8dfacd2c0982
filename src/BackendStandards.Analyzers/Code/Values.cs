using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>Follows plain values (strings, delegates, collections) back to what defines them, in the context of the calls that led there.</summary>
internal sealed class Values(CodeBase code, CancellationToken cancellation)
{
    /// <summary>Stands in a text for what cannot be seen. No sensible text contains it.</summary>
    public const string Hole = "\u00bf";

    private const int MaxDepth = 24;

    /// <summary>An expression without the conversions, parentheses and awaits around it.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
            switch (operation)
            {
                case IConversionOperation conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                case IDelegateCreationOperation creation: operation = creation.Target; break;
                case IAwaitOperation awaited: operation = awaited.Operation; break;
                default: return operation;
            }
    }

    /// <summary>What the caller of this context passes for a parameter of the function that the context is in.</summary>
    public static Place? ArgumentFor(IParameterSymbol parameter, Context context)
    {
        var frame = context.Frame();
        if (parameter.ContainingSymbol is INamedTypeSymbol) // The receiver of an extension block.
            return frame.Call switch
            {
                IInvocationOperation { Instance: { } receiver } => new Place(receiver, frame.Outer!.At(receiver)),
                IPropertyReferenceOperation { Instance: { } receiver } => new Place(receiver, frame.Outer!.At(receiver)),
                _ => null,
            };
        var arguments = frame.Call switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var argument in arguments)
            if (argument.Parameter is { } bound && bound.Ordinal == parameter.Ordinal && SameFunction(bound, parameter))
                return new Place(argument.Value, argument.ArgumentKind == ArgumentKind.DefaultValue ? frame.Outer! : frame.Outer!.At(argument.Value));
        return null;
    }

    /// <summary>A type parameter replaced by the type argument of the calls that led here; null where none is seen.</summary>
    public static ITypeSymbol? Substitute(ITypeSymbol? type, Context context)
    {
        for (var frame = context.Frame(); type is ITypeParameterSymbol parameter && frame.Call is not null; frame = frame.Outer!.Frame())
            type = frame.Call switch
            {
                IInvocationOperation call when parameter.TypeParameterKind == TypeParameterKind.Method => call.TargetMethod.TypeArguments.ElementAtOrDefault(parameter.Ordinal),
                IObjectCreationOperation { Type: INamedTypeSymbol created } => created.TypeArguments.ElementAtOrDefault(parameter.Ordinal),
                IInvocationOperation call => call.TargetMethod.ContainingType.TypeArguments.ElementAtOrDefault(parameter.Ordinal),
                _ => null,
            };
        return type is ITypeParameterSymbol ? null : type;
    }

    /// <summary>The one expression that defines a value; null where there are several or none is seen.</summary>
    public Place? Define(IOperation operation, Context context, int depth = 0)
    {
        operation = Unwrap(operation);
        context = context.At(operation);
        if (depth > MaxDepth) return null;
        cancellation.ThrowIfCancellationRequested();
        switch (operation)
        {
            case ILocalReferenceOperation { Local: var local }:
                return context.BindingOf(local) is { } binding ? DefineElement(local, binding, context, depth)
                    : OnlyWrite(operation, local) is { } write ? Define(write, context, depth + 1) : null;
            case IParameterReferenceOperation { Parameter: var parameter }:
                return ArgumentFor(parameter, context) is { } argument ? Define(argument.Operation, argument.Context, depth + 1) : null;
            case IFieldReferenceOperation { Field: { IsReadOnly: true } or { IsConst: true } } field when field.Instance is null or IInstanceReferenceOperation:
                return InitializerOf(field.Field) is { } value ? Define(value, Context.Empty, depth + 1) : new Place(operation, context);
            case IPropertyReferenceOperation { Instance: null, Property: { IsStatic: true } property } reference:
                return GetterOf(property, reference, context) is { } returned ? Define(returned, Context.Empty, depth + 1) : new Place(operation, context);
            case IPropertyReferenceOperation { Instance: { } instance } property:
                return Define(instance, context, depth + 1) is { } holder && MemberOf(holder, property.Property) is { } member
                    ? Define(member.Operation, member.Context, depth + 1) : null;
            case IFieldReferenceOperation { Instance: { } instance, Field: var part }:
                return Define(instance, context, depth + 1) is { Operation: ITupleOperation tuple } at && PositionOf(part) is var position && position >= 0 && position < tuple.Elements.Length
                    ? Define(tuple.Elements[position], at.Context, depth + 1) : null;
            default:
                return new Place(operation, context);
        }
    }

    /// <summary>The text of a string expression, with a hole for each part that is not seen; null where nothing of it is.</summary>
    public string? Text(IOperation operation, Context context, int depth = 0)
    {
        operation = Unwrap(operation);
        if (operation.ConstantValue is { HasValue: true, Value: var constant }) return constant?.ToString() ?? "";
        if (depth > MaxDepth) return null;
        switch (operation)
        {
            case IInterpolatedStringOperation interpolated:
                return string.Concat(interpolated.Parts.Select(part => part switch
                {
                    IInterpolatedStringTextOperation literal => literal.Text.ConstantValue.Value as string,
                    IInterpolationOperation hole => Text(hole.Expression, context, depth + 1) ?? Hole,
                    _ => Hole,
                }));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return (Text(sum.LeftOperand, context, depth + 1) ?? Hole) + (Text(sum.RightOperand, context, depth + 1) ?? Hole);
            case IPropertyReferenceOperation { Property.Name: "Name", Instance: { } typeOf } when Unwrap(typeOf) is ITypeOfOperation type:
                return Substitute(type.TypeOperand, context)?.MetadataName;
            case IInvocationOperation { TargetMethod: { Name: "ToLower" or "ToLowerInvariant", Parameters.Length: 0 }, Instance: { } lower }:
                return Text(lower, context, depth + 1)?.ToLowerInvariant();
            case IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } }:
                return "";
            default:
                return Define(operation, context, depth + 1) is { } place && (place.Operation != operation || !place.Context.Equals(context))
                    ? Text(place.Operation, place.Context, depth + 1) : null;
        }
    }

    /// <summary>Whether a condition holds; null where that is not decided.</summary>
    public bool? Truth(IOperation condition, Context context)
    {
        condition = Unwrap(condition);
        switch (condition)
        {
            case { ConstantValue: { HasValue: true, Value: bool constant } }:
                return constant;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Truth(not.Operand, context);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test:
                if (Text(test.LeftOperand, context) is not { } left || Text(test.RightOperand, context) is not { } right) return null;
                if ((left + right).Contains(Hole)) return null;
                return (left == right) == (test.OperatorKind == BinaryOperatorKind.Equals);
            default:
                return Define(condition, context) is { Operation: { ConstantValue: { HasValue: true, Value: bool value } } } ? value : null;
        }
    }

    /// <summary>The elements of a collection that is written out in the source; null where it is not.</summary>
    public IReadOnlyList<IOperation>? Elements(IOperation collection, Context context)
    {
        if (Define(collection, context) is not { } place) return null;
        return place.Operation switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IObjectCreationOperation { Initializer: { } adds } => [.. adds.Initializers.OfType<IInvocationOperation>().Where(add => add.Arguments.Length == 1).Select(add => add.Arguments[0].Value)],
            // The floor's API has no operation for a collection expression, but its children are the elements.
            { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax } expression => [.. expression.ChildOperations],
            _ => null,
        };
    }

    private Place? DefineElement(ILocalSymbol local, Context binding, Context context, int depth)
    {
        if (Define(binding.Element!, context, depth + 1) is not { } element) return null;
        if (DeconstructedPosition(binding.Loop!, local) is not (var position and >= 0)) return element;
        return element.Operation is ITupleOperation tuple && position < tuple.Elements.Length ? Define(tuple.Elements[position], element.Context, depth + 1) : null;
    }

    // The position of a local in `foreach (var (a, b) in …)`, or -1.
    private static int DeconstructedPosition(IForEachLoopOperation loop, ILocalSymbol local)
    {
        var variable = loop.LoopControlVariable;
        if (variable is IDeclarationExpressionOperation declaration) variable = declaration.Expression;
        if (variable is not ITupleOperation tuple) return -1;
        for (var i = 0; i < tuple.Elements.Length; i++)
            if (tuple.Elements[i].DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(reference => AspNet.Same(reference.Local, local)))
                return i;
        return -1;
    }

    private static int PositionOf(IFieldSymbol field)
    {
        var name = (field.CorrespondingTupleField ?? field).Name;
        return name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), out var number) ? number - 1 : -1;
    }

    private static Place? MemberOf(Place holder, IPropertySymbol property)
    {
        var initializers = holder.Operation switch
        {
            IAnonymousObjectCreationOperation anonymous => anonymous.Initializers,
            IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers,
            _ => ImmutableArray<IOperation>.Empty,
        };
        foreach (var assignment in initializers.OfType<ISimpleAssignmentOperation>())
            if (assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property.Name)
                return new(assignment.Value, holder.Context);
        if (holder.Operation is IObjectCreationOperation { Type.IsRecord: true } positional)
            foreach (var argument in positional.Arguments)
                if (argument.Parameter?.Name == property.Name)
                    return new(argument.Value, holder.Context);
        return null;
    }

    private static bool SameFunction(IParameterSymbol bound, IParameterSymbol parameter) =>
        bound.ContainingSymbol is IMethodSymbol called && parameter.ContainingSymbol is IMethodSymbol method
        && Callers.SimpleName(called) == Callers.SimpleName(method) && called.OriginalDefinition.Parameters.Length == method.OriginalDefinition.Parameters.Length;

    private IOperation? OnlyWrite(IOperation reference, ILocalSymbol local) =>
        code.BodyAround(reference.Syntax, cancellation) is { } body && LocalWrites.Reaching(body, local, reference) is { Count: 1 } writes ? writes[0] : null;

    private IOperation? InitializerOf(IFieldSymbol field)
    {
        foreach (var reference in field.DeclaringSyntaxReferences)
            if (reference.GetSyntax(cancellation) is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer: { } initializer }
                && code.BodyAround(initializer, cancellation)?.Root is IFieldInitializerOperation root)
                return root.Value;
        return null;
    }

    // A static property with one return, also behind a static abstract member.
    private IOperation? GetterOf(IPropertySymbol property, IPropertyReferenceOperation reference, Context context)
    {
        var type = reference.ConstrainedToType is { } constrained ? Substitute(constrained, context) : null;
        var actual = type?.FindImplementationForInterfaceMember(property) as IPropertySymbol ?? property;
        return actual.GetMethod is { } getter && code.BodyOf(getter, cancellation) is { } body && body.ReturnsOf(body.Owner) is { Count: 1 } returns
            ? returns[0].ReturnedValue : null;
    }
}
