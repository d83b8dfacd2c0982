using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// Whether a value reaches its use only where a guard has accepted it: on every way back from the use a test stands that the value passed,
/// or it was given another, good value. Guards are rows; a kind of sink may know further conditions.
/// </summary>
/// <param name="flow">Where values come from, with the rows of the kind of sink.</param>
/// <param name="sink">The kind of sink.</param>
/// <param name="further">Whether a condition that is no guard row accepts the value where it has this outcome.</param>
/// <param name="cancellation">Cancels the walk.</param>
internal sealed class GuardWalk(FlowModel flow, string sink, Func<IOperation, bool, GuardTarget, MemberBody?, bool>? further, CancellationToken cancellation)
{
    private const int MaxDepth = 5;
    private const Origin FromOutside = Origin.Request | Origin.External;

    private readonly ulong _kind = flow.Libraries.KindOf(sink);

    /// <summary>Whether everything from outside that an expression may hold was accepted before.</summary>
    public bool Accepts(IOperation value) => Accepts(value, 0);

    private bool Accepts(IOperation value, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        value = GuardTarget.Unwrapped(value);
        if (value.ConstantValue.HasValue) return true;
        if (depth > MaxDepth) return false;
        var body = flow.Code.BodyAround(value.Syntax, cancellation);
        if (body?.Graph?.Find(value.Syntax, value.Kind) is { At: var at } && GuardTarget.Of(value) is { } target && Holds(target, at, body, depth)) return true;
        switch (value)
        {
            case IConditionalOperation { WhenFalse: { } otherwise } choice: return Accepts(choice.WhenTrue, depth + 1) && Accepts(otherwise, depth + 1);
            case ICoalesceOperation coalesce: return Accepts(coalesce.Value, depth + 1) && Accepts(coalesce.WhenNull, depth + 1);
            case ISwitchExpressionOperation choice: return choice.Arms.All(arm => Accepts(arm.Value, depth + 1));
        }
        if (value is IObjectCreationOperation { Initializer: not null }) return false;
        if ((flow.OriginsOf(value, cancellation).For(_kind).Origins & FromOutside) == 0) return true;
        return value switch
        {
            ILocalReferenceOperation local => body?.At(local.Syntax) is { } use && IsWrittenPlainly(body, local.Local) && LocalWrites.Reaching(body, local.Local, use) is { Count: > 0 } writes && writes.All(write => Accepts(write, depth + 1)),
            // What an initializer puts in, and what a delegate gives, is not seen in the parts.
            IObjectCreationOperation or IInterpolatedStringOperation or IBinaryOperation => Parts(value).All(part => Accepts(part, depth + 1)),
            IInvocationOperation call when call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && call.TargetMethod.MethodKind != MethodKind.DelegateInvoke => Parts(call).All(part => Accepts(part, depth + 1)),
            _ => false,
        };
    }

    private static IEnumerable<IOperation> Parts(IOperation operation) => operation switch
    {
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Select(hole => hole.Expression),
        _ => operation.ChildOperations,
    };

    private static bool IsWrittenPlainly(MemberBody body, ISymbol local) =>
        !body.ReferencesTo(local).Any(reference => reference.Parent is ICompoundAssignmentOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out });

    /// <summary>Whether every way to a point leads past a guard of the value.</summary>
    private bool Holds(GuardTarget target, Point at, MemberBody body, int depth)
    {
        var seen = new HashSet<int>();
        var work = new Stack<(int Block, int Index)>();
        work.Push((at.Block, at.Index));
        while (work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (ordinal, index) = work.Pop();
            var block = at.Graph.Block(ordinal);
            if (Settled(block, index, target, at.Graph, body, depth) is { } good)
            {
                if (!good) return false;
                continue;
            }
            if (block.Kind == BasicBlockKind.Entry)
            {
                // A variable around a lambda: what held where the lambda is made.
                if (at.Graph.Outer is null || target.Variable is IParameterSymbol { ContainingSymbol: var owner } && SymbolEqualityComparer.Default.Equals(owner, at.Graph.Owner)) return false;
                return Holds(target, at.Graph.Made, body, depth + 1);
            }
            if (block.Predecessors.IsEmpty) return false;
            foreach (var branch in block.Predecessors)
                if (!Guards(branch, target, body, depth) && seen.Add(branch.Source.Ordinal)) work.Push((branch.Source.Ordinal, int.MaxValue));
        }
        return true;
    }

    /// <summary>What the statements of a block, from its end, say of the value: accepted, replaced by something else, or nothing.</summary>
    private bool? Settled(BasicBlock block, int index, GuardTarget target, FlowGraph graph, MemberBody body, int depth)
    {
        for (var i = Math.Min(index - 1, block.Operations.Length); i >= 0; i--)
        {
            if (FlowGraph.OperationAt(block, i) is not { } statement) continue;
            foreach (var operation in graph.EffectsOf(statement))
                switch (operation)
                {
                    case ISimpleAssignmentOperation assignment when target.IsNamedBy(assignment.Target):
                        return body.At(assignment.Value.Syntax) is { } written && Accepts(written, depth + 1);
                    case IAssignmentOperation other when target.IsNamedBy(other.Target): return false;
                    case IInvocationOperation call when i < block.Operations.Length && IsGuardMethod(call, null, target, depth): return true;
                }
        }
        return null;
    }

    private bool Guards(ControlFlowBranch branch, GuardTarget target, MemberBody body, int depth)
    {
        var source = branch.Source;
        if (source.ConditionKind == ControlFlowConditionKind.None || source.BranchValue is not { } condition) return false;
        return Tests(condition, branch.IsConditionalSuccessor == (source.ConditionKind == ControlFlowConditionKind.WhenTrue), target, body, depth);
    }

    /// <summary>Whether a condition with this outcome accepts the value.</summary>
    private bool Tests(IOperation condition, bool holds, GuardTarget target, MemberBody? body, int depth)
    {
        condition = GuardTarget.Unwrapped(condition);
        if (depth > MaxDepth) return false;
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not: return Tests(not.Operand, !holds, target, body, depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both: return holds && (Tests(both.LeftOperand, true, target, body, depth) || Tests(both.RightOperand, true, target, body, depth));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either: return !holds && (Tests(either.LeftOperand, false, target, body, depth) || Tests(either.RightOperand, false, target, body, depth));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: bool wanted } } equality:
                return Tests(equality.LeftOperand, holds == (wanted == (equality.OperatorKind == BinaryOperatorKind.Equals)), target, body, depth);
            case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } flag:
                return body?.At(flag.Syntax) is { } use && LocalWrites.Reaching(body, flag.Local, use) is { Count: 1 } writes && Tests(writes[0], holds, target, body, depth + 1);
            case IInvocationOperation call when holds && IsGuardRow(call, target, body): return true;
            case IInvocationOperation call when IsGuardMethod(call, holds, target, depth): return true;
            default: return (NotNull(condition, holds) is { } looked && IsAnswerOfGuard(looked, target, body)) || (further is not null && further(condition, holds, target, body));
        }
    }

    private bool IsGuardRow(IInvocationOperation call, GuardTarget target, MemberBody? body)
    {
        foreach (var row in flow.Libraries.RowsOf(call.TargetMethod))
        {
            if (row.Kind != RowKind.Guard || (flow.Libraries.KindOf(row.Detail) & _kind) == 0) continue;
            foreach (var input in row.Details)
            {
                var tested = input.Name == "this" ? call.Instance : call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == input.Name)?.Value;
                if (tested is not null && target.IsIn(tested, body) && (input.Type != RowInput.FullPath || IsFullPath(tested, body))) return true;
            }
        }
        return false;
    }

    private static bool IsFullPath(IOperation tested, MemberBody? body)
    {
        if (tested is ILocalReferenceOperation local && body is not null)
            return body.ReferencesTo(local.Local).Any(reference => reference is IVariableDeclaratorOperation { Initializer: { } initializer } && MakesFull(initializer.Value)
                || (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference && MakesFull(assignment.Value)));
        return MakesFull(tested);
    }

    private static bool MakesFull(IOperation value) =>
        value.DescendantsAndSelf().Any(part => part is IInvocationOperation { TargetMethod: { Name: "GetFullPath", ContainingType.Name: "Path" } } or IPropertyReferenceOperation { Property: { Name: "FullName", ContainingType.Name: "FileSystemInfo" } });

    /// <summary>Whether a method of the sources has this outcome (none: ends at all) only where a guard accepted the argument.</summary>
    private bool IsGuardMethod(IInvocationOperation call, bool? outcome, GuardTarget target, int depth)
    {
        if (depth > MaxDepth || call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || call.Arguments.FirstOrDefault(given => target.IsNamedBy(given.Value))?.Parameter is not { } given) return false;
        if (flow.Code.BodyOf(call.TargetMethod, cancellation) is not { Owner: IMethodSymbol owner, Graph: { } graph } body || given.Ordinal >= owner.Parameters.Length
            || (outcome is not null && call.TargetMethod.ReturnType.SpecialType != SpecialType.System_Boolean)) return false;
        var parameter = new GuardTarget(owner.Parameters[given.Ordinal], given.Name);
        if (outcome is not { } holds) return call.TargetMethod.ReturnsVoid && MayGuard(body) && Holds(parameter, graph.Exit, body, depth + 1);
        var returns = body.ReturnsOf(owner);
        return returns.Count > 0 && returns.All(returned => returned.ReturnedValue is { } answer
            && ((answer.ConstantValue is { HasValue: true, Value: bool known } && known != holds)
                || Tests(answer, holds, parameter, body, depth + 1)
                || (graph.Find(answer.Syntax, answer.Kind) is { At: var at } && Holds(parameter, at, body, depth + 1))));
    }

    // A method that neither throws nor leaves says nothing of its argument.
    private static bool MayGuard(MemberBody body) => body.Root.Descendants().Any(operation => operation is IThrowOperation);

    private static IOperation? NotNull(IOperation condition, bool holds) => condition switch
    {
        IIsNullOperation test when !holds => test.Operand,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: null } } test when holds => test.LeftOperand,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: null } } test when !holds => test.LeftOperand,
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } } test when holds => test.Value,
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } test when !holds => test.Value,
        _ => null,
    };

    /// <summary>Whether something that is not null is what a guard gave for the value.</summary>
    private bool IsAnswerOfGuard(IOperation looked, GuardTarget target, MemberBody? body)
    {
        looked = GuardTarget.Unwrapped(looked);
        if (looked is not ILocalReferenceOperation local) return IsGuardCall(looked);
        return body?.At(local.Syntax) is { } use && LocalWrites.Reaching(body, local.Local, use) is { Count: > 0 } writes && writes.All(IsGuardCall);

        bool IsGuardCall(IOperation operation) =>
            GuardTarget.Unwrapped(GuardTarget.Unwrapped(operation) is IAwaitOperation wait ? wait.Operation : operation) is IInvocationOperation call && IsGuardRow(call, target, body);
    }
}
