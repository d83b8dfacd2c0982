using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Logging;

/// <summary>Takes apart the text and the values that are given to a log: interpolation, concatenation, formatting, and the entries of a scope's state.</summary>
internal static class LoggedParts
{
    /// <summary>The values joined into a text, or the text itself where it is no constant.</summary>
    public static void OfText(IOperation text, ImmutableArray<LoggedValue>.Builder values) => OfValue(text, null, values);

    /// <summary>A value, or the values that it is composed of.</summary>
    public static void OfValue(IOperation value, string? name, ImmutableArray<LoggedValue>.Builder values)
    {
        // With its own stack: a concatenation nests as deep as it is long.
        var work = new Stack<(IOperation Operation, string? Name)>();
        work.Push((value, name));
        while (work.Count > 0)
        {
            var (operation, label) = work.Pop();
            if (operation.ConstantValue.HasValue) continue;
            if (PartsOf(operation, label) is not { } parts)
            {
                values.Add(new LoggedValue(operation, label));
                continue;
            }
            foreach (var part in parts.Reverse()) work.Push(part);
        }
    }

    /// <summary>What an argument passes: itself, or the elements of a <c>params</c> array or collection.</summary>
    public static IEnumerable<IOperation> Elements(IArgumentOperation argument) => argument.Value switch
    {
        IArrayCreationOperation { Initializer: { } initializer } when argument.Parameter is { IsParams: true } => initializer.ElementValues,
        // A params span or collection, of a kind that the Roslyn floor has no name for.
        _ when argument.ArgumentKind is not (ArgumentKind.None or ArgumentKind.Explicit or ArgumentKind.ParamArray or ArgumentKind.DefaultValue) => argument.Value.ChildOperations,
        _ => new[] { argument.Value },
    };

    private static IEnumerable<(IOperation, string?)>? PartsOf(IOperation operation, string? name) => operation switch
    {
        IConversionOperation conversion when PartsOf(conversion.Operand, name) is { } inner => inner,
        IParenthesizedOperation inner => One(inner.Operand, name),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } joined => One(joined.LeftOperand, null).Concat(One(joined.RightOperand, null)),
        IInterpolatedStringOperation text => Holes(text),
        IInterpolatedStringHandlerCreationOperation { Content: IInterpolatedStringOperation text } => Holes(text),
        IInvocationOperation { TargetMethod: { Name: "Format" or "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String } } call =>
            call.Arguments.SelectMany(Elements).Select(element => (element, (string?)null)),
        IAnonymousObjectCreationOperation state => Assigned(state.Initializers),
        IObjectCreationOperation { Initializer: { } state } => Assigned(state.Initializers),
        IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments: { Length: 2 } pair } => One(pair[1].Value, Name(pair[0].Value)),
        ITupleOperation { Elements: { Length: 2 } pair } => One(pair[1], Name(pair[0])),
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues.Select(element => (element, (string?)null)),
        _ => null,
    };

    private static IEnumerable<(IOperation, string?)> Holes(IInterpolatedStringOperation text)
    {
        foreach (var part in text.Parts)
            if (part is IInterpolationOperation hole)
                yield return (hole.Expression, null);
            else if (part is IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } arguments } })
                yield return (arguments[0].Value, null);
    }

    // { ["Key"] = value }, { { "Key", value } } and new { value }
    private static IEnumerable<(IOperation, string?)> Assigned(ImmutableArray<IOperation> initializers)
    {
        foreach (var initializer in initializers)
            switch (initializer)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value }:
                    yield return (value, target.Arguments.Length == 1 ? Name(target.Arguments[0].Value) : target.Property.Name);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 or 2 } entry }:
                    yield return (entry[entry.Length - 1].Value, entry.Length == 2 ? Name(entry[0].Value) : null);
                    break;
            }
    }

    private static IEnumerable<(IOperation, string?)> One(IOperation operation, string? name)
    {
        yield return (operation, name);
    }

    private static string? Name(IOperation key) => key.ConstantValue.Value as string;
}
