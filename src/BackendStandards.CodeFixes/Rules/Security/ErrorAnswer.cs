using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>How a handler answers with an error, by what it returns.</summary>
internal static class ErrorAnswer
{
    /// <summary>The expression to return: one for actions of a controller, another for what returns an <c>IResult</c>; null where neither fits.</summary>
    public static string? Of(IMethodSymbol handler, string? ofAction, string? ofMinimal)
    {
        var (type, task) = handler.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } wrapped ? (arguments[0], wrapped) : (handler.ReturnType, null);
        var answer = type.Name is "IActionResult" or "ActionResult" ? Symbols.Derives(handler.ContainingType, "ControllerBase") && handler.MethodKind == MethodKind.Ordinary ? ofAction : null
            : type is { Name: "IResult", ContainingNamespace.Name: "Http" } ? ofMinimal : null;
        if (answer is null || task is null || handler.IsAsync) return answer;
        return task.Name == "Task" ? $"Task.FromResult<{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>({answer})" : null;
    }
}
