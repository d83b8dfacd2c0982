using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Validation;

/// <summary>Whether code turns a request away: it throws, or answers with an error.</summary>
internal static class Rejection
{
    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        "BadRequest", "ValidationProblem", "UnprocessableEntity", "Problem", "Conflict", "NotFound", "Forbid", "Unauthorized", "StatusCode", "AddModelError",
        "Fail", "Failure", "Failed", "Invalid", "Error", "Errors", "Reject",
    };

    /// <summary>Whether an operation, or one inside it, rejects.</summary>
    public static bool In(IOperation? operation) => operation?.DescendantsAndSelf().Any(Is) == true;

    /// <summary>Whether an operation notes a fault for later: it adds to a list of errors, or hands one out.</summary>
    public static bool IsNotedIn(IOperation? operation) => operation?.DescendantsAndSelf().Any(inner => inner switch
    {
        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "AddError" or "Append" } => true,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } } => true,
        ISimpleAssignmentOperation { Value.Type.SpecialType: SpecialType.System_Boolean } => true,
        IReturnOperation { Kind: OperationKind.YieldReturn } => true,
        _ => false,
    }) == true;

    private static bool Is(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IInvocationOperation { TargetMethod.Name: var name } => Answers.Contains(name) || name.StartsWith("Throw", StringComparison.Ordinal),
        IObjectCreationOperation { Type.Name: var type } => type.Contains("BadRequest") || type.Contains("Unprocessable") || type.Contains("Problem") || type.EndsWith("Exception", StringComparison.Ordinal),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "StatusCode" } } => true,
        _ => false,
    };
}
