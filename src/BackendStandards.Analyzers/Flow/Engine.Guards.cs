using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Guards written as calls: a library's comparison, or a method of the sources that answers only for constants, or throws otherwise.</summary>
internal sealed partial class Engine
{
    /// <summary>Whether a call with this outcome leaves only constants in the place: <c>x.Equals("a")</c>, <c>Allowed.Any(a => a == x)</c>, <c>IsAllowed(x)</c>.</summary>
    private bool NarrowsByCall(IInvocationOperation call, bool holds, AccessPath path, Point at, Frame? frame)
    {
        var method = call.TargetMethod;
        if (IsInSource(method)) return GuardedBy(call, path, at, frame, holds);
        if (!holds) return false;
        // As a static or an extension the receiver is the first argument; as a member it is the instance.
        var inputs = (call.Instance is null ? [] : new[] { call.Instance }).Concat(call.Arguments.Select(argument => argument.Value)).ToList();
        if (inputs.Count < 2) return false;
        switch (method.Name)
        {
            case "Equals":
                return (IsAt(inputs[0], path, at, frame) && Eval(inputs[1], at, frame).IsSafe) || (IsAt(inputs[1], path, at, frame) && Eval(inputs[0], at, frame).IsSafe);
            case "Contains" or "ContainsKey" when method.ContainingType?.SpecialType != SpecialType.System_String:
                return IsAt(inputs[1], path, at, frame) && Eval(inputs[0], at, frame).IsSafe;
            case "TryGetValue" when call.Instance is not null && inputs.Count == 3:
                return IsAt(inputs[1], path, at, frame) && Eval(inputs[0], at, frame).IsSafe;
            case "Any" or "Exists":
                return inputs.Count == 2 && inputs[1] is IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda } && at.Graph.Nested(lambda.Syntax) is { } body
                    && lambda.Symbol.Parameters.Length == 1 && Eval(inputs[0], at, frame).IsSafe && ComparesWith(lambda.Symbol.Parameters[0], body, path, frame);
            default:
                return false;
        }
    }

    /// <summary>Whether a lambda says no more than that its parameter equals the place.</summary>
    private bool ComparesWith(IParameterSymbol element, FlowGraph body, AccessPath path, Frame? frame)
    {
        if (body.Graph.Blocks.FirstOrDefault(block => block.BranchValue is not null && block.IsReachable) is not { BranchValue: { } condition, ConditionKind: ControlFlowConditionKind.None } block) return false;
        var at = new Point(body, block.Ordinal, block.Operations.Length);
        var (left, right) = condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => (equality.LeftOperand, equality.RightOperand),
            IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } instance, Arguments: { IsEmpty: false } arguments } => (instance, arguments[0].Value),
            IInvocationOperation { TargetMethod.Name: "Equals", Arguments: { Length: >= 2 } arguments } => (arguments[0].Value, arguments[1].Value),
            _ => (null, null),
        };
        var parameter = AccessPath.Of(element);
        return left is not null && ((IsAt(left, parameter, at, frame) && IsAt(right!, path, at, frame)) || (IsAt(right!, parameter, at, frame) && IsAt(left, path, at, frame)));
    }

    /// <summary>
    /// Whether a method of the sources ends with this outcome (none: ends at all) only where the argument that is the place is one of some constants.
    /// A method that writes its parameter says nothing about the argument.
    /// </summary>
    private bool GuardedBy(IInvocationOperation call, AccessPath path, Point at, Frame? frame, bool? outcome)
    {
        if (frame?.Depth >= MaxFrames || frame?.Holds(call) == true) return false;
        var argument = call.Arguments.FirstOrDefault(given => given.Parameter is { RefKind: RefKind.None } && IsAt(given.Value, path, at, frame));
        if (argument is null || GraphOf(call.TargetMethod) is not { } graph || graph.Owner is not IMethodSymbol owner || owner.IsAsync != call.TargetMethod.IsAsync) return false;
        var parameter = owner.Parameters[argument.Parameter!.Ordinal];
        if (graph.Writes(parameter)) return false;
        var (inner, place) = (flow.Frames.GetOrAdd((call, frame), new Frame(call, at, frame)), AccessPath.Of(parameter));
        if (outcome is not { } holds) return IsOnlyConstant(place, graph.Exit, inner, argument.Value);
        foreach (var block in graph.Graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!block.IsReachable || block.FallThroughSuccessor?.Semantics != ControlFlowBranchSemantics.Return || block.BranchValue is not { } returned) continue;
            var end = new Point(graph, block.Ordinal, block.Operations.Length);
            // What && and || leave is captured, once on each way.
            var answers = returned is IFlowCaptureReferenceOperation capture ? graph.CapturesOf(capture.Id).Select(made => (made.Operation.Value, made.At)) : [(returned, end)];
            foreach (var (answer, there) in answers)
            {
                if (answer.ConstantValue is { HasValue: true, Value: bool known } && known != holds) continue;
                if (!Narrows(answer, holds, place, there, inner) && !IsOnlyConstant(place, there, inner, argument.Value)) return false;
            }
        }
        return true;
    }

    private bool IsOnlyConstant(AccessPath place, Point at, Frame frame, IOperation asked) => Read(place, at, frame, asked) is { IsSafe: true, Origins: not Origin.None };
}
