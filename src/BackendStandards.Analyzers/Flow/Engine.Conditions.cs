using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Conditions whose outcome is constant cut their branch off.</summary>
internal sealed partial class Engine
{
    /// <summary>A condition may use a small part of the budget: it only makes an answer more exact.</summary>
    private const int MaxConditionSteps = 150;

    private const int MaxConditionDepth = 6;

    private bool IsFeasible(ControlFlowBranch branch, FlowGraph graph, Frame? frame)
    {
        var source = branch.Source;
        if (!source.IsReachable || graph.NeverLeaves(source)) return false;
        if (source.ConditionKind == ControlFlowConditionKind.None || source.BranchValue is not { } condition || !MayFold(condition, frame, 0)) return true;
        var start = _steps;
        _steps = Math.Max(_steps, _maxSteps - MaxConditionSteps);
        var raised = _steps;
        var value = Eval(condition, new Point(graph, source.Ordinal, source.Operations.Length), frame);
        _steps = start + (_steps - raised);
        return !value.TryConstant(out var known) || known is not bool truth || branch.IsConditionalSuccessor == (truth == (source.ConditionKind == ControlFlowConditionKind.WhenTrue));
    }

    /// <summary>
    /// Whether a condition that is reached by one edge can be left by another: at the first test of a loop its variable is what the loop began with,
    /// though later it may be anything. Only a plain comparison of variables and constants is asked, in a block that does nothing else.
    /// </summary>
    private bool FollowsOn(ControlFlowBranch into, ControlFlowBranch? outOf, FlowGraph graph, Frame? frame)
    {
        if (outOf is null || outOf.Source is not { ConditionKind: not ControlFlowConditionKind.None, Operations.IsEmpty: true, BranchValue: { } condition } block || block.Predecessors.Length < 2) return true;
        var before = new Point(graph, into.Source.Ordinal, into.Source.Operations.Length + 1);
        object? truth = null;
        switch (Plain(condition))
        {
            case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } flag: ReadConstant(flag, before, frame, out truth); break;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: ILocalReferenceOperation flag } when ReadConstant(flag, before, frame, out var negated): truth = negated is false; break;
            case IBinaryOperation { OperatorMethod: null } test when IsPlain(test.LeftOperand) && IsPlain(test.RightOperand) && ReadConstant(test.LeftOperand, before, frame, out var left) && ReadConstant(test.RightOperand, before, frame, out var right):
                truth = Folding.Binary(test.OperatorKind, left, right);
                break;
        }
        return truth is not bool known || outOf.IsConditionalSuccessor == (known == (block.ConditionKind == ControlFlowConditionKind.WhenTrue));
    }

    private static bool IsPlain(IOperation operation) => operation.ConstantValue.HasValue || Plain(operation) is ILocalReferenceOperation;

    private bool ReadConstant(IOperation operation, Point at, Frame? frame, out object? constant)
    {
        constant = null;
        if (operation.ConstantValue.HasValue)
        {
            constant = operation.ConstantValue.Value;
            return true;
        }
        return Plain(operation) is ILocalReferenceOperation local && HarmlessTypes.IsScalar(local.Type) && Read(AccessPath.Of(local.Local), at, frame, local).TryConstant(out constant);
    }

    /// <summary>By its shape, whether a condition could have a constant outcome: only then is it asked.</summary>
    private static bool MayFold(IOperation operation, Frame? frame, int depth) => operation switch
    {
        { ConstantValue.HasValue: true } => true,
        _ when depth > MaxConditionDepth => false,
        // Without a frame all callers decide, which only a small member's condition is worth.
        IParameterReferenceOperation { Parameter: var parameter } => frame is not null || (HarmlessTypes.IsScalar(parameter.Type) && parameter.ContainingSymbol is IMethodSymbol { DeclaredAccessibility: Accessibility.Private }),
        ILocalReferenceOperation or IFlowCaptureReferenceOperation or IInstanceReferenceOperation or IObjectCreationOperation or ITupleOperation => true,
        IFieldReferenceOperation field => IsInSource(field.Field) || field.Field.ContainingType.IsTupleType,
        IPropertyReferenceOperation property => IsInSource(property.Property) || (property.Instance is { Type.SpecialType: SpecialType.System_String } text && MayFold(text, frame, depth + 1) && property.Arguments.All(argument => MayFold(argument.Value, frame, depth + 1))),
        IInvocationOperation call => (IsInSource(call.TargetMethod) || Folding.Knows(call.TargetMethod)) && (call.Instance is null || MayFold(call.Instance, frame, depth + 1)) && call.Arguments.All(argument => MayFold(argument.Value, frame, depth + 1)),
        IBinaryOperation or IUnaryOperation or IIsNullOperation or IIsTypeOperation or IConversionOperation => operation.ChildOperations.All(child => MayFold(child, frame, depth + 1)),
        IIsPatternOperation test => MayFold(test.Value, frame, depth + 1),
        _ => false,
    };

    private bool? Matches(Value value, IPatternOperation pattern, Point at, Frame? frame)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }: return true;
            case INegatedPatternOperation not: return !Matches(value, not.Pattern, at, frame);
            case IConstantPatternOperation { Value: var wanted } when IsNullLiteral(wanted): return Known(IsNull(value));
            case IConstantPatternOperation { Value: var wanted } when value.TryConstant(out var known): return Eval(wanted, at, frame).TryConstant(out var constant) ? Folding.Binary(BinaryOperatorKind.Equals, known, constant) as bool? : null;
            case IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: var bound } } relation when value.TryConstant(out var known): return Folding.Binary(relation.OperatorKind, known, bound) as bool?;
            case IDeclarationPatternOperation { MatchedType: { } declared }: return Known(TypeTest(value, Substituted(declared, frame)));
            case ITypePatternOperation { MatchedType: var tested }: return Known(TypeTest(value, Substituted(tested, frame)));
            case IBinaryPatternOperation binary:
                var (left, right) = (Matches(value, binary.LeftPattern, at, frame), Matches(value, binary.RightPattern, at, frame));
                return binary.OperatorKind == BinaryOperatorKind.Or
                    ? left == true || right == true ? true : left == false && right == false ? false : null
                    : left == false || right == false ? false : left == true && right == true ? true : null;
            default: return null;
        }
    }

    private static bool? Known(Value value) => value.TryConstant(out var known) ? known as bool? : null;

    private static Value IsNull(Value value)
    {
        if (value.TryConstant(out var known)) return Value.Constant(known is null);
        return !value.Atoms.IsDefault && value.Atoms.Length > 0 && value.Atoms.All(atom => atom is not null) ? Value.Constant(false) : Value.Of(Origin.Harmless);
    }

    /// <summary>Whether a value is of a type, where everything that it may be says the same.</summary>
    private Value TypeTest(Value value, ITypeSymbol? type)
    {
        if (type is null || value.Atoms.IsDefault || value.Atoms.IsEmpty) return Value.Of(Origin.Harmless);
        bool? all = null;
        foreach (var atom in value.Atoms)
        {
            bool? one = atom switch
            {
                null => false,
                Allocation made => flow.Code.Compilation.ClassifyCommonConversion(made.Type, type) is { IsIdentity: true } or { IsReference: true, IsImplicit: true },
                string => type.SpecialType is SpecialType.System_String or SpecialType.System_Object,
                int => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Object,
                bool => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Object,
                _ => null,
            };
            if (one is null || (all is not null && all != one)) return Value.Of(Origin.Harmless);
            all = one;
        }
        return Value.Constant(all);
    }
}
