using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Tells code that runs on a developer's machine only: <c>if (env.IsDevelopment())</c>, <c>options.ShowDetails ? … : …</c>.</summary>
internal static class DevelopmentOnly
{
    private static readonly string[] Switches = ["Development", "Debug", "ShowDetail", "ShowException", "ShowError", "IncludeDetail", "IncludeException", "IncludeError", "IncludeStack", "ExposeDetail", "ExposeException", "DetailedError"];

    /// <summary>Whether an operation runs only where such a condition holds.</summary>
    public static bool Is(IOperation operation, CodeBase code, CancellationToken cancellation)
    {
        for (IOperation child = operation, up = operation.Parent!; up is not null; child = up, up = up.Parent!)
            switch (up)
            {
                case IConditionalOperation choice when choice.Condition != child && Says(choice.Condition, child == choice.WhenTrue, code, cancellation): return true;
                case ICatchClauseOperation { Filter: { } filter } when filter != child && Says(filter, true, code, cancellation): return true;
                case IBlockOperation block when block.Operations.TakeWhile(statement => statement != child).Any(statement => Ends(statement, code, cancellation)): return true;
            }
        return false;
    }

    // if (!env.IsDevelopment()) return …;
    private static bool Ends(IOperation statement, CodeBase code, CancellationToken cancellation) => statement is IConditionalOperation { WhenFalse: null } test && Says(test.Condition, false, code, cancellation)
        && (test.WhenTrue is IBlockOperation { Operations: { IsEmpty: false } inner } ? inner[inner.Length - 1] : test.WhenTrue) is IReturnOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation;

    private static bool Says(IOperation condition, bool holds, CodeBase code, CancellationToken cancellation)
    {
        switch (condition)
        {
            case IConversionOperation conversion: return Says(conversion.Operand, holds, code, cancellation);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not: return Says(not.Operand, !holds, code, cancellation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when holds: return Says(both.LeftOperand, true, code, cancellation) || Says(both.RightOperand, true, code, cancellation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                return holds
                    ? Says(either.LeftOperand, true, code, cancellation) && Says(either.RightOperand, true, code, cancellation)
                    : Says(either.LeftOperand, false, code, cancellation) || Says(either.RightOperand, false, code, cancellation);
            // Request.IsLocal == false, settings.Debug is true
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: bool right } } equality: return Says(equality.LeftOperand, holds == right, code, cancellation);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } } } test: return Says(test.Value, holds == wanted, code, cancellation);
            case IInvocationOperation { TargetMethod.Name: "IsProduction" }: return !holds;
            case IInvocationOperation { TargetMethod.Name: "IsEnvironment" } call: return holds && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string name } && !name.StartsWith("Prod", StringComparison.OrdinalIgnoreCase));
            case IConditionalAccessOperation access: return Says(access.WhenNotNull, holds, code, cancellation);
            case ICoalesceOperation coalesce: return Says(coalesce.Value, holds, code, cancellation);
            case IInvocationOperation call: return holds && IsSwitch(call.TargetMethod.Name);
            case ILocalReferenceOperation local: return (holds && IsSwitch(local.Local.Name)) || (InitialValue(local, code, cancellation) is { } value && Says(value, holds, code, cancellation));
            case IParameterReferenceOperation parameter: return holds && IsSwitch(parameter.Parameter.Name);
            case IMemberReferenceOperation member: return holds && (IsSwitch(member.Member.Name) || member.Member.Name == "IsLocal");
            default: return false;
        }
    }

    private static bool IsSwitch(string name) => Switches.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) || name is "isDev" or "IsDev" or "_isDev";

    private static IOperation? InitialValue(ILocalReferenceOperation local, CodeBase code, CancellationToken cancellation) =>
        code.BodyAround(local.Syntax, cancellation)?.ReferencesTo(local.Local).OfType<IVariableDeclaratorOperation>().FirstOrDefault()?.Initializer?.Value;
}
