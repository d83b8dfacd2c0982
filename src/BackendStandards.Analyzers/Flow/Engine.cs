using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// One question "where does this value come from?", answered backward. This part reads expressions and keeps the budgets; the others read texts,
/// places, calls, objects and delegates, conditions and guards, and what lies outside a body.
/// </summary>
internal sealed partial class Engine(FlowModel flow, FlowAnswers answers, CancellationToken cancellation)
{
    /// <summary>Questions inside one question. The trial on real code needed 180 on average.</summary>
    private const int MaxSteps = 2500;

    /// <summary>A number or a null that is not seen to come from near is not worth a long search.</summary>
    private const int MaxStepsAside = 1500;

    private const int MaxOpenQuestions = 120;
    private const int MaxFrames = 10;

    /// <summary>More children, arguments or elements are not gone through.</summary>
    private const int MaxChildren = 64;

    /// <summary>No step further: the value itself.</summary>
    private static readonly ImmutableArray<object> Itself = ImmutableArray<object>.Empty;

    private readonly int _maxSteps = flow.Question == FlowQuestion.Text ? MaxSteps : MaxStepsAside;
    private IOperation? _asked;
    private int _steps;

    /// <summary>The origins of an expression that is given to a sink; nothing where constant conditions keep it from ever running.</summary>
    public Value OriginsOf(IOperation operation, Point at) => IsReachable(at, null) ? Text(operation, at, null) : Value.Bottom;

    /// <summary>An expression as a text or a part of one: a number or a date ends the question.</summary>
    private Value Text(IOperation? operation, Point at, Frame? frame)
    {
        if (operation is null) return Value.Bottom;
        if (operation.ConstantValue.HasValue) return Value.Constant(operation.ConstantValue.Value);
        return IsHarmless(Plain(operation).Type) ? Value.Of(Origin.Harmless) : Eval(operation, at, frame);
    }

    private Value Eval(IOperation? operation, Point at, Frame? frame)
    {
        switch (operation)
        {
            case null: return Value.Bottom;
            case { ConstantValue.HasValue: true }: return Value.Constant(operation.ConstantValue.Value);
            case IDefaultValueOperation: return Value.Constant(null);
            case ITypeOfOperation or INameOfOperation or ISizeOfOperation or IUtf8StringOperation or ILiteralOperation: return Value.Of(Origin.Constant);
            case IConversionOperation { OperatorMethod: null, IsTryCast: true } cast:
                var tried = Eval(cast.Operand, at, frame);
                return Known(TypeTest(tried, cast.Type is { } wanted ? Substituted(wanted, frame) : null)) == false ? Value.Constant(null) : tried;
            case IConversionOperation { OperatorMethod: null } conversion: return Eval(conversion.Operand, at, frame);
            case IAwaitOperation wait: return Eval(wait.Operation, at, frame);
        }
        if (!IsAnswered(Asked.Of(operation, frame), out var value, out var opened)) value = Close(opened, Compute(operation, at, frame));
        if (IsHarmlessScalar(operation.Type)) return value.AsHarmless();
        if (flow.Question == FlowQuestion.Absence && !HandsOn(operation)) return value.Without(Origin.Lookup);
        return flow.MarkOf(operation) is var mark and not Origin.None ? value.Marked(mark, operation) : value;
    }

    private Value Compute(IOperation operation, Point at, Frame? frame) => operation switch
    {
        IPropertyReferenceOperation property => Property(property, Itself, at, frame),
        IFieldReferenceOperation field when PathOf(field, at, frame) is null => LibraryField(field, at, frame),
        _ when PathOf(operation, at, frame) is { } path => Read(path, at, frame, operation),
        IInvocationOperation call => Call(call, Itself, at, frame),
        IConversionOperation { OperatorMethod: { } method } conversion when !IsInSource(method) => Text(conversion.Operand, at, frame).Opaque(),
        IConversionOperation { OperatorMethod: { } method } conversion => SourceCall(conversion, method, Itself, at, frame) ?? Eval(conversion.Operand, at, frame).Opaque(),
        IBinaryOperation { OperatorMethod: { } method } when IsInSource(method) => SourceCall(operation, method, Itself, at, frame) ?? Children(operation, at, frame),
        IUnaryOperation { OperatorMethod: { } method } when IsInSource(method) => SourceCall(operation, method, Itself, at, frame) ?? Children(operation, at, frame),
        IBinaryOperation binary => Binary(binary, at, frame),
        IUnaryOperation unary => Eval(unary.Operand, at, frame) is var operand && operand.TryConstant(out var known) && Folding.Unary(unary.OperatorKind, known) is { } folded ? Value.Constant(folded) : operand.Opaque(),
        IInterpolatedStringOperation text => Interpolation(text, at, frame),
        IIsPatternOperation test => Matches(Eval(test.Value, at, frame), test.Pattern, at, frame) is { } answer ? Value.Constant(answer) : Value.Of(Origin.Harmless),
        IIsNullOperation test => IsNull(Eval(test.Operand, at, frame)),
        IIsTypeOperation test => TypeTest(Eval(test.ValueOperand, at, frame), Substituted(test.TypeOperand, frame)),
        IDelegateCreationOperation creation => Delegate(creation.Target, at, frame),
        IFlowAnonymousFunctionOperation or IMethodReferenceOperation => Delegate(operation, at, frame),
        IObjectCreationOperation creation => Creation(creation, at, frame),
        ITypeParameterObjectCreationOperation { Type: { } made } => Substituted(made, frame) is { } actual and not ITypeParameterSymbol ? Value.OfAtom(new Allocation(actual)) : Value.Of(Origin.Constant),
        IAnonymousObjectCreationOperation or ITupleOperation or IArrayCreationOperation when operation.Type is { } made => Value.OfAtom(new Allocation(made)).Join(Children(operation, at, frame).Content()),
        ISimpleAssignmentOperation assignment => Eval(assignment.Value, at, frame),
        ICaughtExceptionOperation caught => Caught(caught, Itself, at, frame),
        IThrowOperation => Value.Bottom,
        _ => Children(operation, at, frame),
    };

    /// <summary>An operation that is not known: the join of its children; a leaf that is not known is unmodelled.</summary>
    private Value Children(IOperation operation, Point at, Frame? frame)
    {
        var value = Value.Bottom;
        var count = 0;
        foreach (var child in operation.ChildOperations)
        {
            if (++count > MaxChildren) return value.Join(Value.Of(Origin.Budget));
            value = value.Join(Text(child, at, frame).Opaque());
        }
        // What is being typed is not there yet.
        return count > 0 ? value.Opaque() : operation is IInvalidOperation ? Value.Bottom : Value.Of(Origin.Unmodelled, operation);
    }

    private static IOperation Plain(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion) operation = conversion.Operand;
        return operation;
    }

    private static bool IsInSource(ISymbol symbol) => !symbol.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        || (symbol.IsImplicitlyDeclared && symbol.ContainingType is { IsAnonymousType: false, IsTupleType: false } type && !type.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty);
}
