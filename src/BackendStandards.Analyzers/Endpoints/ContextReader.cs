using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>The ways in which execution reaches an operation: callers of its function, recursively, and the elements of the loops around it.</summary>
internal sealed class ContextReader(BuilderMemo memo, Values values, CancellationToken cancellation)
{
    private const int MaxContexts = 128;
    private const int MaxDepth = 16;
    private static readonly IReadOnlyList<Context> Unseen = [Context.Empty];

    private readonly HashSet<ISymbol> _entering = new(SymbolEqualityComparer.Default);
    private int _cuts;

    /// <summary>All contexts of an operation; the empty one where no caller is seen.</summary>
    public IReadOnlyList<Context> Of(IOperation site, int depth = 0) =>
        [.. EntriesOf(FunctionOf(site), depth).SelectMany(context => WithLoops(site, context)).Take(MaxContexts)];

    /// <summary>A context for each element of the loops around an operation that are not bound yet.</summary>
    public IReadOnlyList<Context> WithLoops(IOperation site, Context context)
    {
        var loops = new Stack<IForEachLoopOperation>();
        for (var up = site.Parent; up is not null and not ILocalFunctionOperation; up = up.Parent)
            if (up is IForEachLoopOperation loop && loop.Body.Syntax.Span.Contains(site.Syntax.Span))
                loops.Push(loop);
        IReadOnlyList<Context> contexts = [context];
        foreach (var loop in loops)
            contexts = [.. contexts.SelectMany(outer => outer.IsBound(loop) || values.Elements(loop.Collection, outer) is not { Count: > 0 } elements
                ? [outer] : elements.Select(element => outer.Bind(loop, element)))];
        return contexts;
    }

    /// <summary>The local function or member that an operation runs in; lambdas count as part of what is around them.</summary>
    public ISymbol? FunctionOf(IOperation site)
    {
        for (var up = site.Parent; up is not null; up = up.Parent)
            if (up is ILocalFunctionOperation local)
                return local.Symbol;
        return memo.Code.BodyAround(site.Syntax, cancellation)?.Owner;
    }

    /// <summary>The methods of the compilation that a call can run: the implementations of an abstract one, or the one of the receiver's type where the source shows that.</summary>
    public IReadOnlyList<IMethodSymbol> TargetsOf(IInvocationOperation call, Context context)
    {
        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (!method.IsAbstract) return [call.TargetMethod];
        var targets = Implementations.Of(method, memo.Code, cancellation).Where(target => Dispatches(call, context, target)).ToList();
        // With none in sight, what is called is not seen.
        return targets.Count == 0 ? [method] : targets;
    }

    private IReadOnlyList<Context> EntriesOf(ISymbol? function, int depth)
    {
        if (function is not IMethodSymbol method || !DependsOnCaller(method)) return Unseen;
        if (memo.Entries.TryGetValue(method, out var known)) return known;
        if (depth > MaxDepth || !_entering.Add(method))
        {
            _cuts++;
            return Unseen;
        }
        cancellation.ThrowIfCancellationRequested();
        var cuts = _cuts;
        var found = new List<Context>();
        foreach (var call in memo.Callers.Of(method, cancellation))
            foreach (var outer in Of(call, depth + 1))
                if (Dispatches(call, outer, method))
                    found.Add(outer.Enter(call));
        _entering.Remove(method);
        var entries = found.Count is 0 or > MaxContexts ? Unseen : found;
        // What a recursion cut short is not the whole answer.
        return cuts == _cuts ? memo.Entries.GetOrAdd(method, entries) : entries;
    }

    private static bool DependsOnCaller(IMethodSymbol method) =>
        AspNet.InExtensionBlock(method)
        || method.MethodKind == MethodKind.LocalFunction
        || AspNet.IsBuilder(method.ReturnType)
        || method.Parameters.Any(parameter => AspNet.IsBuilder(parameter.Type) || parameter.Type.TypeKind == TypeKind.Delegate || parameter.Type is { Name: "Delegate", SpecialType: SpecialType.System_Delegate })
        || (method.Parameters.Length > 0 && method.ContainingType?.GetMembers().Any(member => member is IFieldSymbol field && AspNet.IsBuilder(field.Type)) == true);

    // A virtual call runs the member of the receiver's type, where the source shows what that is: one loop over two modules is not four endpoints.
    private bool Dispatches(IOperation site, Context context, IMethodSymbol method)
    {
        if (site is IInvocationOperation { ConstrainedToType: { } constrained } && Values.Substitute(constrained, context) is { } actual)
            return AspNet.Same(actual.OriginalDefinition, method.ContainingType.OriginalDefinition);
        if (AspNet.InExtensionBlock(method) || site is not IInvocationOperation { Instance: { } instance }) return true;
        if (values.Define(instance, context) is not { Operation: IObjectCreationOperation { Type: { } created } }) return true;
        for (var type = created; type is not null; type = type.BaseType)
            if (AspNet.Same(type.OriginalDefinition, method.ContainingType.OriginalDefinition))
                return true;
        return false;
    }
}
