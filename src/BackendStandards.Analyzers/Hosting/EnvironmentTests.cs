using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>Reads conditions on the environment, and what stands under them.</summary>
internal sealed class EnvironmentTests(CodeBase code, CancellationToken cancellation)
{
    private const int MaxDepth = 8;

    /// <summary>Whether an expression is true on a developer's machine and nowhere else (yes), exactly elsewhere (no), or neither is said (unknown).</summary>
    public Answer IsDevelopment(IOperation condition, int depth = 0)
    {
        condition = Values.Unwrap(condition);
        if (depth > MaxDepth) return Answer.Unknown;
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Not(IsDevelopment(not.Operand, depth + 1));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both:
                // One part that is true on a developer's machine only is enough.
                return IsDevelopment(both.LeftOperand, depth + 1) == Answer.Yes || IsDevelopment(both.RightOperand, depth + 1) == Answer.Yes ? Answer.Yes : Answer.Unknown;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either:
                var left = IsDevelopment(either.LeftOperand, depth + 1);
                return left == IsDevelopment(either.RightOperand, depth + 1) ? left : Answer.Unknown;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test:
                var equal = Compare(test.LeftOperand, test.RightOperand, depth);
                return test.OperatorKind == BinaryOperatorKind.Equals ? equal : Not(equal);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } test:
                return Compare(test.Value, value, depth);
            case IInvocationOperation { TargetMethod.Name: "IsDevelopment" } call when IsEnvironment(call):
                return Answer.Yes;
            case IInvocationOperation { TargetMethod.Name: "IsEnvironment" } call when IsEnvironment(call):
                return AspNet.Argument(call, "environmentName") is { } name ? IsDevelopmentName(name) : Answer.Unknown;
            case ILocalReferenceOperation local:
                return code.BodyAround(local.Syntax, cancellation) is { } body && LocalWrites.Reaching(body, local.Local, local) is { Count: 1 } writes
                    ? IsDevelopment(writes[0], depth + 1) : Answer.Unknown;
            case IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } when AspNet.InSource(property):
                return code.BodyOf(getter, cancellation) is { } source && source.ReturnsOf(source.Owner) is { Count: 1 } returns ? IsDevelopment(returns[0].ReturnedValue!, depth + 1) : Answer.Unknown;
            default:
                return Answer.Unknown;
        }
    }

    /// <summary>The condition over the environment that an operation stands under in its own function; lambdas count as part of what is around them.</summary>
    public HostGuard GuardOf(IOperation operation)
    {
        var guard = InDebugRegion(operation.Syntax) ? HostGuard.Development : HostGuard.Always;
        for (IOperation child = operation, up = operation.Parent!; up is not null; child = up, up = up.Parent!)
            switch (up)
            {
                case ILocalFunctionOperation:
                    return guard;
                case IConditionalOperation choice when choice.Condition != child:
                    guard = Under(guard, GuardOf(choice.Condition, child == choice.WhenTrue));
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.RightOperand == child:
                    guard = Under(guard, GuardOf(both.LeftOperand, holds: true));
                    break;
                case ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation:
                case IConditionalAccessOperation { WhenNotNull: var rest } when rest == child && !IsReceiver(child):
                    guard = Under(guard, HostGuard.Condition);
                    break;
                case IBlockOperation block:
                    foreach (var statement in block.Operations.TakeWhile(statement => statement != child))
                        if (statement is IConditionalOperation { WhenFalse: null } test && Leaves(test.WhenTrue))
                            guard = Under(guard, GuardOf(test.Condition, holds: false));
                    break;
            }
        return guard;
    }

    /// <summary>A guard within another.</summary>
    public static HostGuard Under(HostGuard inner, HostGuard outer) =>
        inner == HostGuard.Development || outer == HostGuard.Development ? HostGuard.Development
        : inner == HostGuard.Always ? outer
        : outer == HostGuard.Always || inner == outer ? inner
        : HostGuard.Condition;

    // `app?.UseX()` asks for null, which start-up code never is.
    private static bool IsReceiver(IOperation whenNotNull) => whenNotNull is IInvocationOperation or IConditionalAccessOperation or IPropertyReferenceOperation;

    private HostGuard GuardOf(IOperation condition, bool holds) => IsDevelopment(condition) switch
    {
        Answer.Yes when holds => HostGuard.Development,
        Answer.No when !holds => HostGuard.Development,
        // `a && env.IsDevelopment()` not being true says nothing.
        Answer.Yes when Values.Unwrap(condition) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } => HostGuard.NotDevelopment,
        Answer.No => HostGuard.NotDevelopment,
        _ => HostGuard.Condition,
    };

    private static bool Leaves(IOperation branch) => (branch is IBlockOperation { Operations: { IsEmpty: false } inner } ? inner[inner.Length - 1] : branch)
        is IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    private static Answer Not(Answer answer) => answer switch { Answer.Yes => Answer.No, Answer.No => Answer.Yes, _ => Answer.Unknown };

    private static bool IsEnvironment(IInvocationOperation call) => AspNet.IsKnown(call.TargetMethod);

    private Answer Compare(IOperation left, IOperation right, int depth)
    {
        if (right.ConstantValue is { HasValue: true, Value: bool wanted }) return wanted ? IsDevelopment(left, depth + 1) : Not(IsDevelopment(left, depth + 1));
        return Values.Unwrap(left) is IPropertyReferenceOperation { Property.Name: "EnvironmentName" } or ILocalReferenceOperation ? IsNameOfEnvironment(left) ? IsDevelopmentName(right) : Answer.Unknown : Answer.Unknown;
    }

    private bool IsNameOfEnvironment(IOperation operation) => Values.Unwrap(operation) switch
    {
        IPropertyReferenceOperation { Property: { Name: "EnvironmentName" } property } => AspNet.IsKnown(property),
        ILocalReferenceOperation local => code.BodyAround(local.Syntax, cancellation) is { } body && LocalWrites.Reaching(body, local.Local, local) is { Count: 1 } writes && IsVariable(Values.Unwrap(writes[0])),
        _ => false,
    };

    private static bool IsVariable(IOperation value) => value is IPropertyReferenceOperation { Property.Name: "EnvironmentName" }
        || (value is IInvocationOperation { TargetMethod.Name: "GetEnvironmentVariable" } call && call.Arguments.Any(argument => argument.Value.ConstantValue.Value is "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT"));

    // Another environment's name says neither: it is not production for sure, nor a developer's machine.
    private static Answer IsDevelopmentName(IOperation name)
    {
        name = Values.Unwrap(name);
        if (name is IMemberReferenceOperation { Member: { Name: "Development", ContainingType.Name: "Environments" or "EnvironmentName" } }) return Answer.Yes;
        return name.ConstantValue is { HasValue: true, Value: string text } && (text.Equals("Development", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Dev", StringComparison.OrdinalIgnoreCase) || text.Equals("Local", StringComparison.OrdinalIgnoreCase))
            ? Answer.Yes : Answer.Unknown;
    }

    // Code that stands in the tree is active; so `#if DEBUG` around it means a debug build.
    private bool InDebugRegion(SyntaxNode node)
    {
        if (!node.SyntaxTree.GetRoot(cancellation).ContainsDirectives) return false;
        var open = new Stack<bool>();
        for (var directive = node.SyntaxTree.GetCompilationUnitRoot(cancellation).GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
            switch (directive)
            {
                case IfDirectiveTriviaSyntax condition: open.Push(IsDebug(condition.Condition)); break;
                case ElifDirectiveTriviaSyntax other when open.Count > 0: open.Pop(); open.Push(IsDebug(other.Condition)); break;
                case ElseDirectiveTriviaSyntax when open.Count > 0: open.Pop(); open.Push(false); break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0: open.Pop(); break;
            }
        return open.Contains(true);
    }

    private static bool IsDebug(ExpressionSyntax condition) => condition is IdentifierNameSyntax { Identifier.ValueText: "DEBUG" }
        || (condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both && (IsDebug(both.Left) || IsDebug(both.Right)));
}
