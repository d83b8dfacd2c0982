using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Logging;

/// <summary>What catch clauses do with the exception that they caught.</summary>
internal static class CatchClauses
{
    /// <summary>The innermost catch clause that an operation runs in; null where there is none in the same function.</summary>
    public static ICatchClauseOperation? Around(IOperation operation)
    {
        for (var up = operation.Parent; up is not null; up = up.Parent)
            switch (up)
            {
                case ICatchClauseOperation caught: return caught;
                case IAnonymousFunctionOperation or ILocalFunctionOperation: return null;
                    // What stands in a try block of its own is still handled by the clause around it.
            }
        return null;
    }

    /// <summary>Whether the clause takes whatever is thrown.</summary>
    public static bool CatchesAll(ICatchClauseOperation clause) =>
        clause.Filter is null && (clause.ExceptionType is null || clause.ExceptionType is { Name: nameof(Exception) or nameof(Object), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Whether the exception that was caught is a cancellation.</summary>
    public static bool IsCancellation(ICatchClauseOperation clause)
    {
        for (ITypeSymbol? up = clause.ExceptionType; up is not null; up = up.BaseType)
            if (up.Name == nameof(OperationCanceledException)) return true;
        return false;
    }

    /// <summary>The variable that holds the exception.</summary>
    public static ILocalSymbol? Variable(ICatchClauseOperation clause) => clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation declared ? declared.Symbol : null;

    /// <summary>Whether an expression is the exception, or something of it: its message, its stack.</summary>
    public static bool IsOf(IOperation? value, ILocalSymbol variable)
    {
        while (true)
            switch (value)
            {
                case IConversionOperation conversion: value = conversion.Operand; break;
                case IParenthesizedOperation inner: value = inner.Operand; break;
                case IConditionalAccessOperation access: value = access.Operation; break;
                case IPropertyReferenceOperation { Property.Name: "Message" or "StackTrace" or "InnerException", Instance: { } owner }: value = owner; break;
                case IInvocationOperation { TargetMethod: { Name: "ToString" or "GetBaseException" }, Instance: { } owner }: value = owner; break;
                case ILocalReferenceOperation local: return SymbolEqualityComparer.Default.Equals(local.Local, variable);
                default: return false;
            }
    }

    /// <summary>Whether the clause ends by throwing, always or sometimes.</summary>
    public static bool Throws(ICatchClauseOperation clause) => clause.Handler.Descendants().Any(operation => operation is IThrowOperation);
}
