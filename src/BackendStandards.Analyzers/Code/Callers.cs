using System.Collections.Concurrent;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>Who calls a method of the compilation: found by name, confirmed by symbol.</summary>
internal sealed class Callers(CodeBase code)
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> _callers = new(SymbolEqualityComparer.Default);

    /// <summary>Invocations whose target is, overrides, implements or is implemented by a method; for a constructor the creations.</summary>
    public IReadOnlyList<IOperation> Of(IMethodSymbol method, CancellationToken cancellation)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return _callers.TryGetValue(method, out var known) ? known : _callers.GetOrAdd(method, Find(method, cancellation));
    }

    /// <summary>The name by which a method is called: that of an explicit implementation has its interface in front.</summary>
    public static string SimpleName(ISymbol method) => method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    private List<IOperation> Find(IMethodSymbol method, CancellationToken cancellation)
    {
        var found = new List<IOperation>();
        if (method.MethodKind == MethodKind.Constructor)
        {
            foreach (var creation in CreationsOf(method, cancellation))
                if (AspNet.Same(creation.Constructor?.OriginalDefinition, method))
                    found.Add(creation);
            return found;
        }
        var name = SimpleName(method);
        foreach (var tree in code.TreesWith(name, cancellation))
            foreach (var operation in code.CallsOf(method, name, tree, cancellation))
                if (operation is IInvocationOperation call && Targets(call.TargetMethod, method))
                    found.Add(call);
        return found;
    }

    private IEnumerable<IObjectCreationOperation> CreationsOf(IMethodSymbol constructor, CancellationToken cancellation)
    {
        var type = constructor.ContainingType.Name;
        foreach (var tree in code.TreesWith(type, cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(type, root))
                if (node is SimpleNameSyntax { Parent: var parent } && code.MayMean(node, constructor, cancellation)
                    && (parent is QualifiedNameSyntax ? parent.Parent : parent) is ObjectCreationExpressionSyntax creation
                    && code.BodyAround(creation, cancellation)?.At(creation) is IObjectCreationOperation operation)
                    yield return operation;
        }
    }

    private static bool Targets(IMethodSymbol called, IMethodSymbol method)
    {
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        if (AspNet.Same(called, method)) return true;
        if (called.ContainingType?.TypeKind == TypeKind.Interface && method.ContainingType is { TypeKind: not TypeKind.Interface } type)
            return AspNet.Same(type.FindImplementationForInterfaceMember(called)?.OriginalDefinition, method);
        for (var over = method.OverriddenMethod; over is not null; over = over.OverriddenMethod)
            if (AspNet.Same(called, over.OriginalDefinition))
                return true;
        return false;
    }
}
