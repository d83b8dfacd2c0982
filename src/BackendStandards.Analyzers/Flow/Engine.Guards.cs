using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Conditions that test a value against constants leave only those; a library's check leaves what suits one kind of sink.</summary>
internal sealed partial class Engine
{
    /// <summary>
    /// Whether a branch is taken only where the place is one of some constants: <c>x == "a"</c>, <c>x is "a" or "b"</c>, <c>Allowed.Contains(x)</c>;
    /// and if not, the kinds of sinks for which it is a check.
    /// </summary>
    private bool Narrowed(ControlFlowBranch branch, AccessPath path, FlowGraph graph, Frame? frame, out ulong cleaned)
    {
        cleaned = 0;
        var source = branch.Source;
        if (source.ConditionKind == ControlFlowConditionKind.None || source.BranchValue is not { } condition) return false;
        var holds = branch.IsConditionalSuccessor == (source.ConditionKind == ControlFlowConditionKind.WhenTrue);
        var at = new Point(graph, source.Ordinal, source.Operations.Length);
        if (flow.Question == FlowQuestion.Absence) return Finds(condition, holds, path, at, frame);
        if (Narrows(condition, holds, path, at, frame)) return true;
        cleaned = Cleans(condition, holds, path, at, frame);
        return false;
    }

    /// <summary>The kinds of sinks that a check by a library's guard admits the place to.</summary>
    private ulong Cleans(IOperation condition, bool holds, AccessPath path, Point at, Frame? frame)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not: return Cleans(not.Operand, !holds, path, at, frame);
            case IFlowCaptureReferenceOperation capture when holds:
                var made = at.Graph.CapturesOf(capture.Id).ToList();
                return made.Count == 1 ? Cleans(made[0].Operation.Value, holds, path, made[0].At, frame) : 0;
            case IInvocationOperation call when holds:
                ulong kinds = 0;
                foreach (var row in flow.Libraries.RowsOf(call.TargetMethod))
                    if (row.Kind == RowKind.Guard && ((row.Inputs.Contains("this") && IsAt(call.Instance, path, at, frame))
                        || call.Arguments.Any(argument => argument.Parameter is { } parameter && row.Inputs.Contains(parameter.Name) && IsAt(argument.Value, path, at, frame)))) kinds |= flow.Libraries.KindOf(row.Detail);
                return kinds;
            default: return 0;
        }
    }

    private bool Narrows(IOperation condition, bool holds, AccessPath path, Point at, Frame? frame)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Narrows(not.Operand, !holds, path, at, frame);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                return holds == (equality.OperatorKind == BinaryOperatorKind.Equals)
                    && ((IsAt(equality.LeftOperand, path, at, frame) && IsSafe(equality.RightOperand, at, frame)) || (IsAt(equality.RightOperand, path, at, frame) && IsSafe(equality.LeftOperand, at, frame)));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } comparison:
                return flow.Question == FlowQuestion.Size && IsBounded(comparison, holds, path, at, frame);
            case IIsPatternOperation test:
                return (ListsConstants(test.Pattern, holds) || (flow.Question == FlowQuestion.Size && Bounds(test.Pattern, holds))) && IsAt(Counted(test.Value), path, at, frame);
            case IInvocationOperation call:
                return NarrowsByCall(call, holds, path, at, frame);
            default:
                return false;
        }
    }

    private bool IsSafe(IOperation operation, Point at, Frame? frame) => Eval(operation, at, frame) is { IsSafe: true, Origins: not Origin.None };

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
    private bool IsAt(IOperation? operation, AccessPath path, Point at, Frame? frame) => operation is not null
        && ((PathOf(operation, at, frame) is { } direct && direct.Equals(path)) || (PathOf(operation, at, frame, written: true) is { } captured && captured.Equals(path)));

    /// <summary>Whether a call with this outcome leaves only constants in the place: <c>x.Equals("a")</c>, <c>Allowed.Any(a => a == x)</c>, <c>IsAllowed(x)</c>.</summary>
    private bool NarrowsByCall(IInvocationOperation call, bool holds, AccessPath path, Point at, Frame? frame)
    {
        var method = call.TargetMethod;
        if (IsInSource(method)) return GuardedBy(call, path, at, frame, holds);
        if (!holds) return false;
        // As a static or an extension the receiver is the first argument; as a member it is the instance.
        var inputs = (call.Instance is null ? [] : new[] { call.Instance }).Concat(call.Arguments.Select(argument => argument.Value)).ToList();
        switch (method.Name)
        {
            case "Equals" when inputs.Count >= 2:
                return (IsAt(inputs[0], path, at, frame) && IsSafe(inputs[1], at, frame)) || (IsAt(inputs[1], path, at, frame) && IsSafe(inputs[0], at, frame));
            case "Contains" when inputs.Count >= 2 && method.ContainingType?.SpecialType != SpecialType.System_String:
                return IsAt(inputs[1], path, at, frame) && IsSafe(inputs[0], at, frame);
            case "ContainsKey" or "TryGetValue" when call.Instance is not null && inputs.Count >= 2:
                return IsAt(inputs[1], path, at, frame) && Below(inputs[0], ImmutableArray.Create<object>(Element.Keys), at, frame) is { IsSafe: true, Origins: not Origin.None };
            case "TryParse" or "All" or "TrueForAll" or "IsMatch" when flow.Question == FlowQuestion.Size:
                return false;
            case "TryParse" when HarmlessTypes.IsScalar(method.ContainingType) || method.ContainingType is { SpecialType: SpecialType.System_Enum }:
                return IsAt(inputs[0], path, at, frame);
            case "All" or "TrueForAll" when inputs.Count == 2:
                return IsAt(inputs[0], path, at, frame) && AdmitsOnlyHarmless(inputs[1], at, frame);
            case "Any" or "Exists" when inputs.Count == 2:
                return Plain(inputs[1]) is IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda } && at.Graph.Nested(lambda.Syntax) is { } body
                    && lambda.Symbol.Parameters.Length == 1 && IsSafe(inputs[0], at, frame) && ComparesWith(lambda.Symbol.Parameters[0], body, path, frame);
            case "IsMatch" when method.ContainingType is { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" }:
                var input = call.Instance is null ? 0 : 1;
                return inputs.Count > input && IsAt(inputs[input], path, at, frame) && PatternOf(call, at, frame) is { } pattern && WordPattern.Allows(pattern);
            default:
                return false;
        }
    }

    /// <summary>The pattern that a call matches against: the argument, or what its object was made with.</summary>
    private string? PatternOf(IInvocationOperation call, Point at, Frame? frame)
    {
        if (call.Instance is null) return call.Arguments.Length > 1 && Eval(call.Arguments[1].Value, at, frame).TryConstant(out var given) ? given as string : null;
        var made = Plain(call.Instance) switch
        {
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field,
            IPropertyReferenceOperation { Property: { SetMethod: null } property } => property,
            IInvocationOperation { TargetMethod: var method } => method,
            _ => (ISymbol?)null,
        };
        if (made is null) return null;
        foreach (var attribute in made.GetAttributes())
            if (attribute is { AttributeClass.Name: "GeneratedRegexAttribute", ConstructorArguments: { IsEmpty: false } arguments }) return arguments[0].Value as string;
        return InitializerOf(made) is { Assignment.Value: var value, At: var there } && Plain(value) is IObjectCreationOperation { Arguments: { IsEmpty: false } parts } && Eval(parts[0].Value, there, null).TryConstant(out var constant) ? constant as string : null;
    }

    /// <summary>Whether a lambda says no more than that its parameter equals the place.</summary>
    private bool ComparesWith(IParameterSymbol element, FlowGraph body, AccessPath path, Frame? frame)
    {
        if (body.Returns.Length != 1) return false;
        var (condition, at) = body.Returns[0];
        var (left, right) = condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => (equality.LeftOperand, equality.RightOperand),
            IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } instance, Arguments: { IsEmpty: false } arguments } => (instance, arguments[0].Value),
            IInvocationOperation { TargetMethod.Name: "Equals", Arguments: { Length: >= 2 } arguments } => (arguments[0].Value, arguments[1].Value),
            _ => (null, null),
        };
        var parameter = AccessPath.Of(element.OriginalDefinition);
        return left is not null && ((IsAt(left, parameter, at, frame) && IsAt(right, path, at, frame)) || (IsAt(right, parameter, at, frame) && IsAt(left, path, at, frame)));
    }

    /// <summary>
    /// Whether a method of the sources ends with this outcome (none: ends at all) only where the argument that is the place is one of some constants.
    /// A method that writes its parameter says nothing about the argument.
    /// </summary>
    private bool GuardedBy(IInvocationOperation call, AccessPath path, Point at, Frame? frame, bool? outcome)
    {
        var argument = call.Arguments.FirstOrDefault(given => given.Parameter is { RefKind: RefKind.None } && IsAt(given.Value, path, at, frame));
        if (argument is null || GraphOf(call.TargetMethod) is not { } graph || graph.Owner is not IMethodSymbol owner || owner.IsAsync != call.TargetMethod.IsAsync) return false;
        var parameter = owner.Parameters[argument.Parameter!.Ordinal].OriginalDefinition;
        if (graph.Writes.Variables.ContainsKey(parameter) || frame?.CountOf(call) > 0 || NewFrame(call, graph, at, frame, null) is not { } inner) return false;
        var place = AccessPath.Of(parameter);
        if (outcome is not { } holds) return IsOnlyConstant(place, graph.Exit, inner, argument.Value);
        foreach (var (returned, end) in graph.Returns)
        {
            cancellation.ThrowIfCancellationRequested();
            // What && and || leave is captured, once on each way.
            var answers = returned is IFlowCaptureReferenceOperation capture ? graph.CapturesOf(capture.Id).Select(made => (made.Operation.Value, made.At)) : [(returned, end)];
            foreach (var (answer, there) in answers)
            {
                if (answer.ConstantValue is { HasValue: true, Value: bool known } && known != holds) continue;
                if (!(flow.Question == FlowQuestion.Absence ? Finds(answer, holds, place, there, inner) : Narrows(answer, holds, place, there, inner)) && !IsOnlyConstant(place, there, inner, argument.Value)) return false;
            }
        }
        return true;
    }

    private bool IsOnlyConstant(AccessPath place, Point at, Frame frame, IOperation asked) => Read(place, at, frame, asked) is { IsSafe: true, Origins: not Origin.None };
}
