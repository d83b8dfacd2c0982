using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// One question "where does this value come from?", answered backward. This part reads expressions; the others read places (<c>Places</c>),
/// calls (<c>Calls</c>), conditions (<c>Branches</c>) and what lies outside a body (<c>Outside</c>).
/// </summary>
internal sealed partial class Engine(FlowModel flow, CancellationToken cancellation)
{
    /// <summary>Questions inside one question. The trial on real code needed 180 on average.</summary>
    private const int MaxSteps = 6000;

    private const int MaxOpenQuestions = 120;
    private const int MaxFrames = 10;

    // What "with" calls on a record; the floor's WellKnownMemberNames does not have it.
    private const string CloneMethod = "<Clone>$";

    private readonly Dictionary<object, int> _open = [];
    private int _steps;
    private int _lowestCycle = int.MaxValue;

    /// <summary>The origins of an expression that becomes text at a sink.</summary>
    public Value OriginsOf(IOperation operation, Point at) => Text(operation, at, null);

    /// <summary>An expression as a text or a part of one: a number or a date ends the question.</summary>
    private Value Text(IOperation? operation, Point at, Frame? frame)
    {
        if (operation is null) return Value.Bottom;
        if (operation.ConstantValue.HasValue) return Value.Constant(operation.ConstantValue.Value);
        var inner = operation;
        while (inner is IConversionOperation { OperatorMethod: null } conversion) inner = conversion.Operand;
        return HarmlessTypes.Contain(inner.Type) ? Value.Of(Origin.Harmless) : Eval(operation, at, frame);
    }

    private Value Eval(IOperation? operation, Point at, Frame? frame)
    {
        switch (operation)
        {
            case null: return Value.Bottom;
            case { ConstantValue.HasValue: true }: return Value.Constant(operation.ConstantValue.Value);
            case IDefaultValueOperation: return Value.Constant(null);
            case ITypeOfOperation or INameOfOperation or ISizeOfOperation or IUtf8StringOperation or ILiteralOperation: return Value.Of(Origin.Constant);
            case IConversionOperation { OperatorMethod: null } conversion: return Eval(conversion.Operand, at, frame);
            default: return Remember((operation, frame), flow.Operations, () => Compute(operation, at, frame));
        }
    }

    private Value Compute(IOperation operation, Point at, Frame? frame) => operation switch
    {
        _ when PathOf(operation, at, frame) is { } path => Read(path, at, frame, operation),
        IFieldReferenceOperation field => Member(field, field.Field, field.Instance, at, frame),
        IPropertyReferenceOperation property => Property(property, at, frame),
        IInvocationOperation call => Call(call, at, frame),
        IConversionOperation { OperatorMethod: { } method } conversion => SourceCall(conversion, method, at, frame) ?? Eval(conversion.Operand, at, frame).Opaque(),
        IBinaryOperation { OperatorMethod: { } method } when IsInSource(method) => SourceCall(operation, method, at, frame) ?? Children(operation, at, frame),
        IBinaryOperation binary => Binary(binary, at, frame),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not when Eval(not.Operand, at, frame).TryConstant(out var truth) && truth is bool known => Value.Constant(!known),
        IInterpolatedStringOperation text => Interpolation(text, at, frame),
        IAwaitOperation wait => Eval(wait.Operation, at, frame),
        IIsPatternOperation test => Matches(Eval(test.Value, at, frame), test.Pattern) is { } answer ? Value.Constant(answer) : Value.Of(Origin.Harmless),
        IIsNullOperation test => IsNull(Eval(test.Operand, at, frame)),
        IObjectCreationOperation creation => Creation(creation, at, frame),
        IDelegateCreationOperation { Target: IMethodReferenceOperation method } => SourceReturns(method, method.Method, at, frame) ?? Value.Of(Origin.Unmodelled, method),
        IFlowAnonymousFunctionOperation lambda => Lambda(lambda, at, frame),
        ISimpleAssignmentOperation assignment => Eval(assignment.Value, at, frame),
        IThrowOperation => Value.Bottom,
        _ => Children(operation, at, frame),
    };

    /// <summary>An operation that is not known: the join of its children; a leaf that is not known is unmodelled.</summary>
    private Value Children(IOperation operation, Point at, Frame? frame)
    {
        var value = Value.Bottom;
        var any = false;
        foreach (var child in operation.ChildOperations)
        {
            any = true;
            value = value.Join(Text(child, at, frame).Opaque());
        }
        // What is being typed is not there yet.
        return any ? value.Opaque() : operation is IInvalidOperation ? Value.Bottom : Value.Of(Origin.Unmodelled, operation);
    }

    private Value Interpolation(IInterpolatedStringOperation text, Point at, Frame? frame)
    {
        var value = Value.Constant("");
        foreach (var part in text.Parts)
            value = value.Concat(part is IInterpolationOperation hole ? Part(hole.Expression, at, frame) : Eval(((IInterpolatedStringTextOperation)part).Text, at, frame));
        return value;
    }

    /// <summary>
    /// Operators fold where both sides are known. A chain of concatenations is as deep as it is long, so its left spine is walked, not recursed.
    /// </summary>
    private Value Binary(IBinaryOperation operation, Point at, Frame? frame)
    {
        if (operation.OperatorKind != BinaryOperatorKind.Add || operation.Type?.SpecialType != SpecialType.System_String)
        {
            var (left, right) = (Eval(operation.LeftOperand, at, frame), Eval(operation.RightOperand, at, frame));
            return left.TryConstant(out var a) && right.TryConstant(out var b) && Folding.Binary(operation.OperatorKind, a, b) is { } folded
                ? Value.Constant(folded)
                : left.Join(right).Opaque();
        }
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

    /// <summary>What an expression adds to a text: constants stay what they are, all else is marked as joined.</summary>
    private Value Part(IOperation operation, Point at, Frame? frame)
    {
        var value = Text(operation, at, frame);
        return value.Doubtful == 0 ? value : value.AsPart(operation);
    }

    /// <summary>A new object holds what it is given, and what its initializer puts in.</summary>
    private Value Creation(IObjectCreationOperation creation, Point at, Frame? frame)
    {
        var value = Value.Of(Origin.Constant);
        foreach (var argument in creation.Arguments) value = value.Join(Text(argument.Value, at, frame).Opaque());
        return value;
    }

    /// <summary>Guards against cycles, and keeps an answer unless it rests on a question that is still open or on a lack of budget.</summary>
    private Value Remember<TKey>(TKey key, ConcurrentDictionary<TKey, Value> memo, Func<Value> answer)
        where TKey : notnull
    {
        if (memo.TryGetValue(key, out var known)) return known;
        if (_open.TryGetValue(key, out var depth))
        {
            _lowestCycle = Math.Min(_lowestCycle, depth);
            return Value.Cycle;
        }
        if (++_steps > MaxSteps || _open.Count > MaxOpenQuestions) return Value.Of(Origin.Budget);
        cancellation.ThrowIfCancellationRequested();
        var (mine, outer) = (_open.Count, _lowestCycle);
        _lowestCycle = int.MaxValue;
        _open.Add(key, mine);
        var value = answer();
        _open.Remove(key);
        var restsOnOpen = _lowestCycle < mine;
        if (!restsOnOpen && (value.Origins & Origin.Budget) == 0) memo.TryAdd(key, value);
        _lowestCycle = Math.Min(outer, restsOnOpen ? _lowestCycle : int.MaxValue);
        return value;
    }

    private static bool IsInSource(ISymbol symbol) => !symbol.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;
}
