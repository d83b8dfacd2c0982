using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>
/// What some functions change. A call that saves counts where it is seen what was changed before it: an object, by a member or a method of its own, or a set. Records of what
/// was read, and what is made when it is first asked for, count as no change.
/// </summary>
internal sealed class StateChanges(IReadOnlyList<HandlerFunction> functions, ImmutableHashSet<string> bookkeeping, CodeBase code, CancellationToken cancellation)
{
    private static readonly HashSet<string> SetChanges = new(StringComparer.Ordinal) { "Add", "AddAsync", "AddRange", "AddRangeAsync", "Update", "UpdateRange", "Remove", "RemoveRange" };

    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "get", "to", "is", "has", "can", "load", "find", "read", "validate", "check", "map" };

    /// <summary>The first change, where it is made and what it does in words.</summary>
    public (SyntaxNode Place, string Says)? First()
    {
        foreach (var function in functions)
            foreach (var call in function.Operations<IInvocationOperation>())
            {
                cancellation.ThrowIfCancellationRequested();
                if (DataWrite.Of(call, code, cancellation) is not { } write || IsBookkeeping(write.Subject) || IsMadeOnDemand(call) || IsInErrorPath(call)) continue;
                if (write.Kind == DataWriteKind.Sent) return (call.Syntax, $"sends something ('{call.TargetMethod.Name}')");
                if (write.Kind == DataWriteKind.Stored) return (call.Syntax, $"changes what is stored ('{call.TargetMethod.Name}')");
                if (ChangeBefore(call, function) is { } says) return (call.Syntax, says);
            }
        return null;
    }

    // With another change beside it, the bookkeeping does not matter.
    private string? ChangeBefore(IInvocationOperation save, HandlerFunction function)
    {
        foreach (var operation in function.Root.DescendantsAndSelf())
        {
            if (operation.Syntax.SpanStart > save.Syntax.SpanStart) continue;
            var found = operation switch
            {
                IInvocationOperation call when SetChanges.Contains(call.TargetMethod.Name) && (QueryNames.IsTable(call.TargetMethod.ContainingType) || QueryNames.IsContext(call.TargetMethod.ContainingType)) =>
                    Says(call.TargetMethod.Name.StartsWith("Remove", StringComparison.Ordinal) ? "deletes" : call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal) ? "adds" : "changes", SubjectOf(call), call),
                IInvocationOperation { Instance: { Type: { } entity } owner, TargetMethod: { ReturnsVoid: true } method } call when AspNet.InSource(method) && IsTracked(owner) && !Words.Split(method.Name).Take(1).Any(Readers.Contains) =>
                    Says("changes", entity.Name + " " + method.Name, call, entity.Name),
                IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { Type: { } entity } owner, Property: var property } } write when IsTracked(owner) => Says("changes", property.ContainingType.Name + " " + property.Name, write, entity.Name),
                IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation { Instance: { Type: { } entity } owner, Property: var property } } step when IsTracked(owner) => Says("changes", property.ContainingType.Name + " " + property.Name, step, entity.Name),
                _ => null,
            };
            if (found is not null) return found;
        }
        return null;
    }

    private string? Says(string verb, string subject, IOperation change, string? shown = null) =>
        IsBookkeeping(subject) || IsMadeOnDemand(change) ? null : $"{verb} what is stored ('{shown ?? subject}')";

    private static string SubjectOf(IInvocationOperation call)
    {
        var given = call.Arguments.FirstOrDefault()?.Value;
        var type = given is null ? null : Values.Unwrap(given).Type;
        if (type is IArrayTypeSymbol { ElementType: var element }) type = element;
        if (type is INamedTypeSymbol { TypeArguments: { Length: 1 } held } && type.SpecialType == SpecialType.None && QueryNames.IsContext(call.TargetMethod.ContainingType)) type = held[0];
        return (call.TargetMethod.ContainingType is { TypeArguments: { Length: 1 } rows } ? rows[0] : type)?.Name ?? "";
    }

    // An object that came out of a set in this function: var user = await db.Users.FindAsync(id).
    private bool IsTracked(IOperation owner) => Values.Unwrap(owner) is ILocalReferenceOperation { Local: var local } reference
        && code.BodyAround(reference.Syntax, cancellation) is { } body && LocalWrites.Reaching(body, local, reference) is { Count: 1 } writes && Values.Unwrap(writes[0]) is var origin
        && (origin is IInvocationOperation read && new RowSources(code, enterMethods: false, cancellation).Of(read) is { IsSeen: true } rows ? !rows.Has(static step => step.StartsWith("AsNoTracking", StringComparison.Ordinal) || step is "Select") : IsFind(origin));

    private static bool IsFind(IOperation origin) => origin is IInvocationOperation { TargetMethod: { Name: "Find" or "FindAsync", ContainingType: var type } } && (QueryNames.IsTable(type) || QueryNames.IsContext(type));

    private bool IsBookkeeping(string subject) => Words.Split(subject).Any(bookkeeping.Contains);

    // if (basket is null) { basket = new(); db.Add(basket); await db.SaveChangesAsync(); }
    private static bool IsMadeOnDemand(IOperation operation)
    {
        for (IOperation child = operation, up = operation.Parent!; up is not null; child = up, up = up.Parent!)
            switch (up)
            {
                case IConditionalOperation conditional when child != conditional.Condition && AsksForAbsence(conditional.Condition):
                case ICoalesceOperation either when child == either.WhenNull:
                case ICoalesceAssignmentOperation fill when child == fill.Value:
                    return true;
                case IMethodBodyOperation or ILocalFunctionOperation:
                    return false;
            }
        return false;
    }

    private static bool AsksForAbsence(IOperation condition) => condition.DescendantsAndSelf().Any(static part => part switch
    {
        IIsPatternOperation pattern => pattern.Pattern.DescendantsAndSelf().Any(static inner => inner is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => IsNull(equal.LeftOperand) || IsNull(equal.RightOperand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } => true,
        // Time has gone by: what is kept is fetched again.
        IPropertyReferenceOperation { Property.Name: var name } => name.IndexOf("Expir", StringComparison.Ordinal) >= 0 || name.IndexOf("Stale", StringComparison.Ordinal) >= 0,
        _ => false,
    });

    private static bool IsNull(IOperation operand) => Values.Unwrap(operand).ConstantValue is { HasValue: true, Value: null };

    private static bool IsInErrorPath(IOperation operation)
    {
        for (var up = operation.Parent; up is not null; up = up.Parent)
            if (up is ICatchClauseOperation) return true;
        return false;
    }
}
