using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Conditions: those whose outcome is constant cut their branch off, and those that test a value against constants narrow it.</summary>
internal sealed partial class Engine
{
    /// <summary>A condition may use a small part of the budget: it only makes an answer more exact.</summary>
    private const int MaxConditionSteps = 150;

    private const int MaxConditionDepth = 6;

    private bool IsFeasible(ControlFlowBranch branch, FlowGraph graph, Frame? frame)
    {
        var source = branch.Source;
        if (!source.IsReachable) return false;
        if (source.ConditionKind == ControlFlowConditionKind.None || source.BranchValue is not { } condition || !MayFold(condition, frame, 0)) return true;
        var start = _steps;
        _steps = Math.Max(_steps, MaxSteps - MaxConditionSteps);
        var raised = _steps;
        var value = Eval(condition, new Point(graph, source.Ordinal, source.Operations.Length), frame);
        _steps = start + (_steps - raised);
        return !value.TryConstant(out var known) || known is not bool truth || branch.IsConditionalSuccessor == (truth == (source.ConditionKind == ControlFlowConditionKind.WhenTrue));
    }

    private static bool MayFold(IOperation operation, Frame? frame, int depth) => operation switch
    {
        { ConstantValue.HasValue: true } => true,
        _ when depth > MaxConditionDepth => false,
        IParameterReferenceOperation => frame is not null,
        ILocalReferenceOperation or IFlowCaptureReferenceOperation => true,
        IFieldReferenceOperation field => IsInSource(field.Field),
        IPropertyReferenceOperation property => IsInSource(property.Property),
        IInvocationOperation call => call.TargetMethod.ContainingType is { SpecialType: SpecialType.System_String } && call.ChildOperations.All(child => MayFold(child, frame, depth + 1)),
        IBinaryOperation or IUnaryOperation or IIsNullOperation or IConversionOperation or IArgumentOperation => operation.ChildOperations.All(child => MayFold(child, frame, depth + 1)),
        IIsPatternOperation test => MayFold(test.Value, frame, depth + 1),
        _ => false,
    };

    /// <summary>Whether a branch is taken only where the place is one of some constants: <c>x == "a"</c>, <c>x is "a" or "b"</c>, <c>Allowed.Contains(x)</c>.</summary>
    private bool Narrowed(ControlFlowBranch branch, AccessPath path, FlowGraph graph, Frame? frame)
    {
        var source = branch.Source;
        if (source.ConditionKind == ControlFlowConditionKind.None || source.BranchValue is not { } condition) return false;
        var holds = branch.IsConditionalSuccessor == (source.ConditionKind == ControlFlowConditionKind.WhenTrue);
        return Narrows(condition, holds, path, new Point(graph, source.Ordinal, source.Operations.Length), frame);
    }

    private bool Narrows(IOperation condition, bool holds, AccessPath path, Point at, Frame? frame)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Narrows(not.Operand, !holds, path, at, frame);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                return holds == (equality.OperatorKind == BinaryOperatorKind.Equals)
                    && ((IsAt(equality.LeftOperand, path, at, frame) && Eval(equality.RightOperand, at, frame).IsSafe)
                        || (IsAt(equality.RightOperand, path, at, frame) && Eval(equality.LeftOperand, at, frame).IsSafe));
            case IIsPatternOperation test:
                return IsAt(test.Value, path, at, frame) && ListsConstants(test.Pattern, holds);
            case IInvocationOperation call:
                return NarrowsByCall(call, holds, path, at, frame);
            default:
                return false;
        }
    }

    /// <summary>Whether a pattern, matched or not, leaves only constants: <c>"a" or "b"</c>, <c>not ("a" or "b")</c> when it fails.</summary>
    private static bool ListsConstants(IPatternOperation pattern, bool holds) => pattern switch
    {
        IConstantPatternOperation => holds,
        INegatedPatternOperation not => ListsConstants(not.Pattern, !holds),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => holds && ListsConstants(either.LeftPattern, true) && ListsConstants(either.RightPattern, true),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => holds
            ? ListsConstants(both.LeftPattern, true) || ListsConstants(both.RightPattern, true)
            : ListsConstants(both.LeftPattern, false) && ListsConstants(both.RightPattern, false),
        _ => false,
    };

    /// <summary>Whether an expression is the place, directly or through the capture that a <c>switch</c> makes of it.</summary>
    private bool IsAt(IOperation operation, AccessPath path, Point at, Frame? frame) =>
        (PathOf(operation, at, frame) is { } direct && direct.Equals(path)) || (PathOf(operation, at, frame, written: true) is { } captured && captured.Equals(path));

    private bool? Matches(Value value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation: return true;
            case INegatedPatternOperation not: return !Matches(value, not.Pattern);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var wanted } } when value.TryConstant(out var known): return Equals(known, wanted);
            case IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: var bound } } relation when value.TryConstant(out var known):
                return Folding.Binary(relation.OperatorKind, known, bound) as bool?;
            case IBinaryPatternOperation binary:
                var (left, right) = (Matches(value, binary.LeftPattern), Matches(value, binary.RightPattern));
                return binary.OperatorKind == BinaryOperatorKind.Or
                    ? left == true || right == true ? true : left == false && right == false ? false : null
                    : left == false || right == false ? false : left == true && right == true ? true : null;
            default: return null;
        }
    }

    private static Value IsNull(Value value)
    {
        if (value.TryConstant(out var known)) return Value.Constant(known is null);
        return !value.Constants.IsDefault && value.Constants.Length > 0 && value.Constants.All(constant => constant is not null) ? Value.Constant(false) : Value.Of(Origin.Harmless);
    }
}
