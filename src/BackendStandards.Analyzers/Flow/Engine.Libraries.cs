using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What members of libraries give: by their rows, by folding, else whatever they are given.</summary>
internal sealed partial class Engine
{
    /// <summary>A member of a library: its row, a fold, else the join of its receiver and arguments; where it is given nothing, nothing is known.</summary>
    private Value Library(IOperation call, ISymbol member, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, ImmutableArray<object> steps, Point at, Frame? frame)
    {
        if (flow.Question == FlowQuestion.Absence) return Looked(call, member, instance, arguments, at, frame);
        if (member is IMethodSymbol method && Folded(method, instance, arguments, at, frame) is { } folded) return folded;
        if (Replayed(call, member, instance, arguments, steps, at, frame) is { } replayed) return replayed;
        if (call is IInvocationOperation operated && (Filtered(operated, at, frame) ?? Stripped(operated, at, frame)) is { } filtered) return filtered;
        if (!steps.IsEmpty && steps[0] is IPropertySymbol property && member.Name == "Create" && Named(arguments, property.Name) is { } item) return Below(item, steps.RemoveAt(0), at, frame);
        if (Rows(call, member, instance, arguments, at, frame) is { } known) return known;
        var marked = flow.MarkOf(call);
        if (IsHarmless(call.Type)) return Value.Of(Origin.Harmless);
        if (IsCount(call.Type) && Counted(member, arguments, at, frame) is { } bounded) return bounded;
        if (instance is null && arguments.IsEmpty) return Value.Of(Origin.Unmodelled | marked, call);
        return Inputs(call, instance, arguments, at, frame).Opaque();
    }

    private Value LibraryField(IFieldReferenceOperation field, Point at, Frame? frame)
    {
        if (FromRow(field, field.Field, field.Instance, ImmutableArray<IArgumentOperation>.Empty, at, frame) is { } known) return known;
        if (field.Instance is not null) return field.Field.ContainingType.IsTupleType && ItemOf(field.Field) is { } item ? Below(field.Instance, ImmutableArray.Create<object>(item), at, frame) : IsInSource(field.Field) ? Below(field.Instance, ImmutableArray.Create<object>(field.Field.OriginalDefinition), at, frame) : Eval(field.Instance, at, frame).Opaque();
        return field.Field.IsReadOnly ? Value.Of(Origin.Harmless) : Value.Of(Origin.Unmodelled, field);
    }

    /// <summary>The join of what a call is given; a delegate gives what it returns when the library calls it with the other inputs.</summary>
    private Value Inputs(IOperation call, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Point at, Frame? frame)
    {
        var value = instance is null ? Value.Bottom : Input(instance, at, frame).Opaque();
        foreach (var argument in arguments)
        {
            cancellation.ThrowIfCancellationRequested();
            value = value.Join(Given(argument.Value, call, at, frame).Opaque());
        }
        return value;
    }

    private Value Given(IOperation argument, IOperation call, Point at, Frame? frame) => argument.Type?.TypeKind == TypeKind.Delegate ? ReturnedBy(argument, call, at, frame) : Input(argument, at, frame);

    /// <summary>What a library is given: bytes, pointers and streams can become text again.</summary>
    private Value Input(IOperation argument, Point at, Frame? frame) => Stringified(argument, at, frame);

    private Value? FromRow(IOperation operation, ISymbol member, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Point at, Frame? frame) =>
        flow.Libraries.RowsOf(member).IsEmpty ? null : Rows(operation, member, instance, arguments, at, frame);

    private Value? Rows(IOperation operation, ISymbol member, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Point at, Frame? frame)
    {
        ulong clean = 0;
        Value? value = null;
        foreach (var row in flow.Libraries.RowsOf(member))
            switch (row.Kind)
            {
                case RowKind.Harmless when row.Detail.Length > 0: clean |= flow.Libraries.KindOf(row.Detail); break;
                // Whoever chose it, a secret in other letters is a secret.
                case RowKind.Harmless when value is null: return flow.HasMarks ? Inputs(operation, instance, arguments, at, frame).Opaque().Without(~Origin.Secret).Join(Value.Of(Origin.Harmless)) : Value.Of(Origin.Harmless);
                case RowKind.Source when value is null && (row.Inputs.IsEmpty || arguments.Any(argument => argument.Parameter is { } parameter && row.Inputs.Contains(parameter.Name))): value = Value.Of(Tier(row.Detail), operation); break;
                case RowKind.Pass: value ??= Passed(row, operation, instance, arguments, at, frame); break;
                case RowKind.Concat:
                    if (value is not null) break;
                    value = instance is null ? Value.Bottom : Text(instance, at, frame).Opaque();
                    foreach (var argument in arguments) value = value.Join(Parts(argument.Value, at, frame));
                    break;
            }
        return clean == 0 ? value : (value ?? Inputs(operation, instance, arguments, at, frame).Opaque()).CleanedFor(clean);
    }

    /// <summary>The argument for what an immutable pair or tuple gives back under a name.</summary>
    private static IOperation? Named(ImmutableArray<IArgumentOperation> arguments, string property)
    {
        foreach (var argument in arguments)
            if (property.Equals(argument.Parameter?.Name, StringComparison.OrdinalIgnoreCase)) return argument.Value;
        return null;
    }

    private static Origin Tier(string detail) => detail == "request" ? Origin.Request : Origin.External;

    private Value Passed(ModelRow row, IOperation operation, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Point at, Frame? frame)
    {
        var passed = row.Inputs.IsEmpty ? Value.Of(Origin.Constant) : Value.Bottom;
        if (row.Inputs.Contains("this")) passed = passed.Join(instance is null && arguments.Length > 0 ? Text(arguments[0].Value, at, frame) : Text(instance, at, frame));
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter && row.Inputs.Contains(parameter.Name)) passed = passed.Join(Given(argument.Value, operation, at, frame));
        return passed.Opaque();
    }

    private Value? Folded(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Point at, Frame? frame)
    {
        if (!Folding.Knows(method) || arguments.Length > 3) return null;
        object? receiver = null;
        if (instance is not null && !Eval(instance, at, frame).TryConstant(out receiver)) return null;
        var known = new List<object?>(arguments.Length);
        foreach (var argument in arguments)
            if (Eval(argument.Value, at, frame).TryConstant(out var constant)) known.Add(constant);
            else return null;
        return Folding.Call(method, receiver, known) is { } folded ? Value.Constant(folded) : null;
    }
}
