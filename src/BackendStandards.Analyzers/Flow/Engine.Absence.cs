using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// Whether a value may be the null of a look-up that found nothing. Only a value that is handed on whole can be; a member of it, or what was made of it,
/// is something else. All of it is asked by <see cref="FlowQuestion.Absence"/> alone.
/// </summary>
internal sealed partial class Engine
{
    private static readonly string[] RefusalWords = ["ThrowIf", "NotFound", "NotNull", "Null", "Found", "Ensure", "Require", "Assert", "Exist", "Guard", "Verify"];

    // They hand on the task, or make one of the value.
    private static readonly HashSet<string> TaskMembers = new(StringComparer.Ordinal) { "FromResult", "ConfigureAwait", "AsTask", "WaitAsync", "GetAwaiter", "GetResult", "Result" };

    private static readonly HashSet<string> SendNames = new(StringComparer.Ordinal) { "Send", "SendAsync", "InvokeAsync", "QueryAsync", "ExecuteAsync" };

    /// <summary>Whether an operation gives the very value that it is made of.</summary>
    private static bool HandsOn(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation or ISimpleAssignmentOperation or IInvocationOperation or IAwaitOperation or IConversionOperation => true,
        IPropertyReferenceOperation { Property: var property } => TaskMembers.Contains(property.Name) && !IsInSource(property),
        _ => false,
    };

    private Value Looked(IOperation call, ISymbol member, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Point at, Frame? frame)
    {
        if (TaskMembers.Contains(member.Name)) return Eval(instance ?? arguments.FirstOrDefault()?.Value, at, frame);
        if (member is not IMethodSymbol method || call is not IInvocationOperation invocation) return Value.Of(Origin.Unmodelled, call);
        if (flow.Libraries.Row(method, RowKind.Lookup) is not null)
            return MayBeNull(method) && method.Parameters.All(parameter => parameter.Name != "defaultValue") ? Value.Of(Origin.Lookup, call) : Value.Of(Origin.Unmodelled, call);
        return Unseen(invocation, at, frame);
    }

    /// <summary>A call whose body is not here: null is possible where its declaration says so and it looks something up.</summary>
    private Value Unseen(IInvocationOperation call, Point at, Frame? frame)
    {
        if (flow.Question != FlowQuestion.Absence || call.Arguments.IsEmpty) return Value.Of(Origin.Unmodelled, call);
        if (SendNames.Contains(call.TargetMethod.Name) && Plain(call.Arguments[0].Value).Type is INamedTypeSymbol { SpecialType: SpecialType.None } message && IsInSource(message)) return Sent(call, message, at, frame);
        if (AspNet.IsKnown(call.TargetMethod) || !IsLookup(call.TargetMethod.Name) || !MayBeNull(call.TargetMethod)) return Value.Of(Origin.Unmodelled, call);
        return ResultOf(call.TargetMethod) is { NullableAnnotation: NullableAnnotation.Annotated } ? Value.Of(Origin.Lookup, call) : Value.Of(Origin.Unmodelled, call);
    }

    private static bool IsLookup(string name) => name.StartsWith("Find", StringComparison.Ordinal) || name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("Load", StringComparison.Ordinal)
        || name.StartsWith("Fetch", StringComparison.Ordinal) || name.StartsWith("Lookup", StringComparison.Ordinal) || name.IndexOf("OrDefault", StringComparison.Ordinal) > 0;

    private static ITypeSymbol ResultOf(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results } ? results[0] : method.ReturnType;

    /// <summary>Whether a result can be null for want of a thing: numbers cannot, and an empty list is no missing thing.</summary>
    private static bool MayBeNull(IMethodSymbol method) => ResultOf(method) is { IsReferenceType: true } type
        && (type.SpecialType == SpecialType.System_String || !type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable));

    /// <summary>A mediator: what the handlers of the message return.</summary>
    private Value Sent(IInvocationOperation call, INamedTypeSymbol message, Point at, Frame? frame)
    {
        var value = Value.Bottom;
        foreach (var graph in HandlersOf(message))
            if (NewFrame(call, graph, at, frame, null) is { } entered) value = value.Join(ReturnsOf(graph, entered, Itself));
        return value.IsBottom ? Value.Of(Origin.Unmodelled, call) : value;
    }

    private IEnumerable<FlowGraph> HandlersOf(INamedTypeSymbol message)
    {
        foreach (var tree in flow.Code.TreesWith(message.Name, cancellation))
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(message.Name, tree.GetRoot(cancellation)))
                if (node.FirstAncestorOrSelf<ParameterSyntax>() is { Parent: ParameterListSyntax { Parent: MethodDeclarationSyntax handler } } parameter && IsHandler(handler) && handler.ParameterList.Parameters[0] == parameter
                    && flow.Code.BodyAround(handler, cancellation)?.Graph is { Owner: IMethodSymbol { Parameters: var taken } } graph && SymbolEqualityComparer.Default.Equals(taken[0].Type.OriginalDefinition, message.OriginalDefinition))
                    yield return graph;
    }

    private static bool IsHandler(MethodDeclarationSyntax method) =>
        method.Identifier.ValueText is "Handle" or "HandleAsync" or "Consume" or "ConsumeAsync" or "Execute" or "ExecuteAsync";

    /// <summary>Whether a condition with this outcome says that the place is not null. Any other test of it may: that is not sure, and silent.</summary>
    private bool Finds(IOperation condition, bool holds, AccessPath path, Point at, Frame? frame)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not: return Finds(not.Operand, !holds, path, at, frame);
            case IIsNullOperation test when IsAt(test.Operand, path, at, frame): return !holds;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality when NullTested(equality) is { } tested && IsAt(tested, path, at, frame):
                return holds == (equality.OperatorKind == BinaryOperatorKind.NotEquals);
            case IIsTypeOperation test when IsAt(test.ValueOperand, path, at, frame): return holds;
            case IIsPatternOperation test when IsAt(test.Value, path, at, frame) || (path.Root is ILocalSymbol named && Declares(test.Pattern, named)): return holds ? !AdmitsNull(test.Pattern) : AdmitsNull(test.Pattern);
            case ILocalReferenceOperation { Local: var flag } when path.Root is ISymbol root: return flag.DeclaringSyntaxReferences.Any(declared => Mentions(declared.GetSyntax(cancellation), root.Name));
        }
        return path is { Steps.IsEmpty: true, Root: ISymbol variable } && Mentions(condition.Syntax, variable.Name);
    }

    private static bool Declares(IPatternOperation pattern, ILocalSymbol local) => pattern switch
    {
        IDeclarationPatternOperation declaration => SymbolEqualityComparer.Default.Equals(declaration.DeclaredSymbol, local),
        IRecursivePatternOperation recursive => SymbolEqualityComparer.Default.Equals(recursive.DeclaredSymbol, local),
        INegatedPatternOperation not => Declares(not.Pattern, local),
        IBinaryPatternOperation both => Declares(both.LeftPattern, local) || Declares(both.RightPattern, local),
        _ => false,
    };

    private static IOperation? NullTested(IBinaryOperation equality) => IsNullLiteral(equality.RightOperand) ? equality.LeftOperand : IsNullLiteral(equality.LeftOperand) ? equality.RightOperand : null;

    private static bool AdmitsNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNullLiteral(constant.Value),
        INegatedPatternOperation not => !AdmitsNull(not.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => AdmitsNull(either.LeftPattern) || AdmitsNull(either.RightPattern),
        IBinaryPatternOperation both => AdmitsNull(both.LeftPattern) && AdmitsNull(both.RightPattern),
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchesNull,
        _ => false,
    };

    private static bool Mentions(SyntaxNode syntax, string name)
    {
        foreach (var node in syntax.DescendantNodesAndSelf())
            if (node is IdentifierNameSyntax { Identifier.ValueText: var mentioned } && mentioned == name) return true;
        return false;
    }

    /// <summary>Whether a statement fails where the place is null: it reads a member of it, or gives it to what refuses null.</summary>
    private bool IsUsedAsFound(IOperation statement, AccessPath path, Point at, Frame? frame)
    {
        if (!path.Steps.IsEmpty) return false;
        foreach (var operation in statement.DescendantsAndSelf())
        {
            var receiver = operation switch
            {
                IMemberReferenceOperation member => member.Instance,
                IInvocationOperation { TargetMethod.IsExtensionMethod: false } call => call.Instance,
                _ => null,
            };
            if (receiver is not null && IsAt(receiver, path, at, frame)) return true;
            if (operation is IInvocationOperation { TargetMethod: { Name: "Entry" or "Remove" or "Update" or "Attach" or "Add", ContainingType: var type } } tracked && (Symbols.Derives(type, "DbContext") || type.Name == "DbSet")
                && tracked.Arguments.Any(argument => IsAt(argument.Value, path, at, frame))) return true;
        }
        return false;
    }

    private static bool RefusesAbsence(IMethodSymbol method) =>
        RefusalWords.Any(word => method.Name.IndexOf(word, StringComparison.Ordinal) >= 0) || method.ContainingType?.Name is "Guard" or "Ensure" or "GuardClauseExtensions";
}
