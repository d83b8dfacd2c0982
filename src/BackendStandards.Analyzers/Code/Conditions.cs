using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>What stands between an operation and the start of its function, as far as the nesting shows it.</summary>
internal static class Conditions
{
    /// <summary>Whether an operation is sure to run when another did.</summary>
    public static bool Between(IOperation inner, IOperation? outer) => Reaching(inner, outer, static _ => null) != Reach.Always;

    /// <summary>
    /// Whether <paramref name="inner"/> runs when <paramref name="outer"/> did, or when its function did where that is null.
    /// Conditions that <paramref name="fold"/> can decide are decided.
    /// </summary>
    public static Reach Reaching(IOperation inner, IOperation? outer, Func<IOperation, bool?> fold)
    {
        var reach = Reach.Always;
        for (IOperation child = inner, up = inner.Parent!; up is not null; child = up, up = up.Parent!)
        {
            if (Holds(up, outer) && up is not (IConditionalOperation or ISwitchCaseOperation or ISwitchOperation)) return reach;
            switch (up)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return reach;
                case IConditionalOperation conditional when child != conditional.Condition && !Holds(child, outer):
                    if (fold(conditional.Condition) is not { } value) reach = Reach.Maybe;
                    else if (value != (child == conditional.WhenTrue)) return Reach.Never;
                    break;
                case ISwitchCaseOperation when !Holds(up, outer):
                case ICatchClauseOperation or ISwitchExpressionArmOperation:
                case ICoalesceOperation coalesce when child == coalesce.WhenNull:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary when child == binary.RightOperand:
                    reach = Reach.Maybe;
                    break;
            }
        }
        return reach;
    }

    private static bool Holds(IOperation operation, IOperation? outer) =>
        outer is not null && operation.Syntax.SyntaxTree == outer.Syntax.SyntaxTree && operation.Syntax.Span.Contains(outer.Syntax.Span);
}
