using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Queries;

/// <summary>What is done with a query or a list next.</summary>
internal static class QueryUse
{
    /// <summary>The call that is made on what an operation gives; null where another thing is done with it.</summary>
    public static IInvocationOperation? Of(IOperation rows) => Around(rows, out _) is IInvocationOperation call && AspNet.ReceiverOf(call) is { } receiver && IsInside(rows, receiver) ? call : null;

    /// <summary>The operation that takes what an operation gives: conversions, parentheses, awaits and the argument itself aside. <paramref name="child"/> is what it takes.</summary>
    public static IOperation? Around(IOperation rows, out IOperation child)
    {
        child = rows;
        for (var up = rows.Parent; up is not null; child = up, up = up.Parent)
            if (up is not (IArgumentOperation or IConversionOperation or IParenthesizedOperation or IAwaitOperation) && !(up is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } wait && wait.Instance == child))
                return up;
        return null;
    }

    private static bool IsInside(IOperation operation, IOperation? around)
    {
        for (IOperation? up = operation; up is not null; up = up.Parent)
            if (up == around) return true;
        return false;
    }
}
