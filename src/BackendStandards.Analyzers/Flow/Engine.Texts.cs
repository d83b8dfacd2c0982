using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Texts that are put together, and operators.</summary>
internal sealed partial class Engine
{
    private Value Interpolation(IInterpolatedStringOperation text, Point at, Frame? frame)
    {
        var value = Value.Constant("");
        foreach (var part in text.Parts)
        {
            cancellation.ThrowIfCancellationRequested();
            value = value.Concat(part switch
            {
                IInterpolationOperation hole => Part(hole.Expression, at, frame),
                IInterpolatedStringTextOperation literal => Eval(literal.Text, at, frame),
                _ => Children(part, at, frame),
            });
        }
        return value;
    }

    /// <summary>
    /// Operators fold where both sides are known. A chain of concatenations is as deep as it is long, so its left spine is walked, not recursed.
    /// </summary>
    private Value Binary(IBinaryOperation operation, Point at, Frame? frame)
    {
        if (operation.OperatorKind != BinaryOperatorKind.Add || operation.Type?.SpecialType != SpecialType.System_String) return Operator(operation, at, frame);
        var rights = new Stack<IOperation>();
        IOperation spine = operation;
        while (spine is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, ConstantValue.HasValue: false, Type.SpecialType: SpecialType.System_String } add)
        {
            rights.Push(add.RightOperand);
            spine = add.LeftOperand;
        }
        var value = Part(spine, at, frame);
        while (rights.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            value = value.Concat(Part(rights.Pop(), at, frame));
        }
        return value;
    }

    private Value Operator(IBinaryOperation operation, Point at, Frame? frame)
    {
        var (left, right) = (Eval(operation.LeftOperand, at, frame), Eval(operation.RightOperand, at, frame));
        if (operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && (IsNullLiteral(operation.RightOperand) ? left : IsNullLiteral(operation.LeftOperand) ? right : null) is { } tested && IsNull(tested).TryConstant(out var isNull))
            return Value.Constant((bool)isNull! == (operation.OperatorKind == BinaryOperatorKind.Equals));
        // What is left of a division is smaller than the divisor.
        if (operation.OperatorKind == BinaryOperatorKind.Remainder && (right.Origins & Origin.Request) == 0) right = left = right.Join(Value.Of(Origin.Harmless));
        return left.TryConstant(out var a) && right.TryConstant(out var b) && Folding.Binary(operation.OperatorKind, a, b) is { } folded
            ? Value.Constant(folded)
            : operation.Type?.TypeKind == TypeKind.Delegate ? left.Join(right) : left.Join(right).Opaque();
    }

    /// <summary>What an expression adds to a text: constants stay what they are, all else is marked as joined.</summary>
    private Value Part(IOperation operation, Point at, Frame? frame)
    {
        var value = Stringified(operation, at, frame);
        return value.Traces.IsEmpty ? value : value.AsPart(operation);
    }

    /// <summary>What an object adds to a text: of one of ours what its own <c>ToString</c> returns.</summary>
    private Value Stringified(IOperation operation, Point at, Frame? frame)
    {
        var plain = Plain(operation);
        if (plain.Type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } type && IsInSource(type) && OwnToString(type) is { } method
            && SourceCall(plain, method, Itself, at, frame) is { } text)
            return text;
        if (plain.Type is INamedTypeSymbol { IsRecord: true } record && IsInSource(record)) return Printed(plain, record, at, frame);
        return Text(operation, at, frame);
    }

    private static IMethodSymbol? OwnToString(INamedTypeSymbol type)
    {
        for (var up = type; up is not null && IsInSource(up); up = up.BaseType)
            foreach (var member in up.GetMembers("ToString"))
                if (member is IMethodSymbol { Parameters.IsEmpty: true, IsOverride: true, IsImplicitlyDeclared: false } method) return method;
        return null;
    }

    /// <summary>The parts of an argument that is joined into a text; those of <c>params</c> one by one, so that the one bad part is named.</summary>
    private Value Parts(IOperation argument, Point at, Frame? frame)
    {
        if (argument is not IArrayCreationOperation { IsImplicit: true, Initializer: { } list }) return Part(argument, at, frame).Opaque();
        return list.ElementValues.Aggregate(Value.Bottom, (value, element) => value.Join(Part(element, at, frame).Opaque()));
    }

    private static bool IsNullLiteral(IOperation operation) => Plain(operation).ConstantValue is { HasValue: true, Value: null };
}
