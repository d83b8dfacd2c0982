using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules;

/// <summary>
/// A function that runs for an endpoint: its handler, or a method of the compilation that the handler calls, also behind an interface or a mediator.
/// <paramref name="Call"/> is the call in the handler, null for the handler itself; <paramref name="Given"/> says what is passed for its parameters.
/// </summary>
internal sealed record HandlerFunction(IMethodSymbol Method, IOperation Root, IInvocationOperation? Call, IReadOnlyDictionary<ISymbol, IOperation> Given)
{
    private static readonly HashSet<string> Sends = new(StringComparer.Ordinal) { "Send", "SendAsync", "Publish", "PublishAsync", "InvokeAsync", "ExecuteAsync", "DispatchAsync", "Dispatch", "HandleAsync", "Handle" };
    private static readonly Dictionary<ISymbol, IOperation> Nothing = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The handler and what it calls, one level down. A method in a file of which <paramref name="mayMatter"/> says no is not bound.
    /// An interface with several implementations is left out: which of them runs is not seen.
    /// </summary>
    public static IReadOnlyList<HandlerFunction> Of(Endpoint endpoint, EndpointContext context, Func<TreeIndex, bool> mayMatter)
    {
        var (code, cancellation) = (context.Model.Code, context.Cancellation);
        if (endpoint.Handler is not { } handler || handler.DeclaringSyntaxReferences.IsEmpty || RootOf(handler, code, cancellation) is not { } root) return [];
        var found = new List<HandlerFunction> { new(handler, root, null, Nothing) };
        var targets = new SourceTargets(code, cancellation);
        var entered = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { handler };
        foreach (var call in root.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (method, given) in TargetsOf(call, targets))
                if (entered.Add(method) && method.DeclaringSyntaxReferences is { IsEmpty: false } places && mayMatter(TreeIndex.Of(places[0].SyntaxTree, cancellation)) && RootOf(method, code, cancellation) is { } body)
                    found.Add(new(method, body, call, given));
        }
        return found;
    }

    /// <summary>The operations in it, those of lambdas inside it too.</summary>
    public IEnumerable<T> Operations<T>()
        where T : IOperation => Root.DescendantsAndSelf().OfType<T>();

    private static IEnumerable<(IMethodSymbol Method, IReadOnlyDictionary<ISymbol, IOperation> Given)> TargetsOf(IInvocationOperation call, SourceTargets targets)
    {
        var called = call.TargetMethod;
        if (called.MethodKind == MethodKind.LocalFunction)
        {
            // It stands in the handler, and is read with it.
            if (call.Syntax.SyntaxTree != called.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree) yield break;
            yield return (called, GivenTo(called, call));
        }
        else if (AspNet.InSource(called))
        {
            var bodies = targets.Of(called).Take(2).ToList();
            if (bodies.Count == 1) yield return (bodies[0], GivenTo(bodies[0], call));
            if (bodies.Count > 0) yield break;
        }
        if (!Sends.Contains(called.Name)) yield break;
        foreach (var argument in call.Arguments)
        {
            var message = Values.Unwrap(argument.Value);
            if (message.Type is not INamedTypeSymbol type || !AspNet.InSource(type)) continue;
            foreach (var (method, ordinal) in targets.HandlersOf(type).Take(4))
                yield return (method, new Dictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default) { [method.Parameters[ordinal]] = message });
        }
    }

    private static Dictionary<ISymbol, IOperation> GivenTo(IMethodSymbol method, IInvocationOperation call)
    {
        var given = new Dictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default);
        var shift = call.TargetMethod.ReducedFrom is null ? 0 : 1;
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { } bound && method.Parameters.ElementAtOrDefault(bound.Ordinal + shift) is { } parameter)
                given[parameter] = Values.Unwrap(argument.Value);
        return given;
    }

    /// <summary>The operations of a method, lambda or local function; null where it has no body here.</summary>
    public static IOperation? RootOf(IMethodSymbol method, CodeBase code, CancellationToken cancellation)
    {
        if (method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction)) return code.BodyOf(method, cancellation)?.Root;
        var function = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        return code.BodyAround(function, cancellation) is not { } body ? null
            : body.Root.DescendantsAndSelf().FirstOrDefault(operation => operation is IAnonymousFunctionOperation or ILocalFunctionOperation && operation.Syntax == function);
    }
}
