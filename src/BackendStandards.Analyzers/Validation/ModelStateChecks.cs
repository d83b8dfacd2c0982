using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Validation;

/// <summary>Whether anything asks for the outcome of model binding in MVC: <c>ModelState</c>, in the action, in what that calls, or in a filter.</summary>
internal sealed class ModelStateChecks(CodeBase code, CancellationToken cancellation)
{
    private const int MaxDepth = 4;
    private readonly HashSet<IMethodSymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>Whether an action, or its controller before it, does so; one with a base class that is not seen may.</summary>
    public bool MayRun(IMethodSymbol action, INamedTypeSymbol controller)
    {
        if (Looks(action, 0)) return true;
        for (var type = controller; type is not null && !AspNet.IsKnown(type); type = type.BaseType)
            if (!AspNet.InSource(type) || type.GetMembers().OfType<IMethodSymbol>().Any(method => method.Name is "OnActionExecuting" or "OnActionExecutionAsync" && Looks(method, 0)))
                return true;
        return false;
    }

    private bool Looks(IMethodSymbol method, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > MaxDepth || !_seen.Add(method)) return false;
        if (method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation).DescendantTokens().Any(static token => IsCheck(token.ValueText)))) return true;
        return code.BodyOf(method, cancellation)?.Root.Descendants().OfType<IInvocationOperation>().Any(call => AspNet.InSource(call.TargetMethod) && Looks(call.TargetMethod.OriginalDefinition, depth + 1)) == true;
    }

    private static bool IsCheck(string name) => name.IndexOf("ModelState", StringComparison.Ordinal) >= 0 || name.StartsWith("TryValidate", StringComparison.Ordinal);
}
