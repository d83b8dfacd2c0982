using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>
/// Who calls a method and who writes a member, found with as little binding as can be: only in files that also name the type, and of a member only where its spelling tells a write.
/// Kept for one compilation.
/// </summary>
internal sealed class SourceReferences(CodeBase code)
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> _calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> _writes = new(SymbolEqualityComparer.Default);

    /// <summary>The calls of a method, also through what it overrides or implements; of a constructor the creations.</summary>
    public IReadOnlyList<IOperation> CallsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return _calls.TryGetValue(method, out var known) ? known : _calls.GetOrAdd(method, FindCalls(method, cancellation));
    }

    /// <summary>The references to a field or property that set it, or put something into it.</summary>
    public IReadOnlyList<IOperation> WritesOf(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        return _writes.TryGetValue(member, out var known) ? known : _writes.GetOrAdd(member, FindWrites(member, cancellation));
    }

    private List<IOperation> FindCalls(IMethodSymbol method, CancellationToken cancellation)
    {
        var found = new List<IOperation>();
        if (method.MethodKind == MethodKind.Constructor)
        {
            foreach (var tree in code.TreesWith(method.ContainingType.Name, cancellation))
            {
                var (index, root) = (TreeIndex.Of(tree, cancellation), tree.GetRoot(cancellation));
                foreach (var node in index.NodesOf(method.ContainingType.Name, root))
                    if (node is SimpleNameSyntax { Parent: var parent } && code.MayMean(node, method, cancellation) && (parent is QualifiedNameSyntax ? parent.Parent : parent) is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation)
                        AddCreation(creation);
                foreach (var node in index.CreationsOf(method.ContainingType.Name, tree, cancellation))
                    if (node is ImplicitObjectCreationExpressionSyntax implicitly) AddCreation(implicitly);
            }
            return found;
        }
        var name = Callers.SimpleName(method);
        foreach (var tree in code.TreesWith(name, cancellation))
            if (MayReach(tree, method, cancellation))
                foreach (var operation in code.CallsOf(method, name, tree, cancellation))
                    if (operation is IInvocationOperation call && Targets(call.TargetMethod, method)) found.Add(call);
        return found;

        void AddCreation(SyntaxNode creation)
        {
            if (code.BodyAround(creation, cancellation)?.At(creation) is IObjectCreationOperation operation && AspNet.Same(operation.Constructor?.OriginalDefinition, method)) found.Add(operation);
        }
    }

    private List<IOperation> FindWrites(ISymbol member, CancellationToken cancellation)
    {
        var found = new List<IOperation>();
        foreach (var tree in code.TreesWith(member.Name, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!MayReach(tree, member, cancellation)) continue;
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(member.Name, root))
                if (node is IdentifierNameSyntax name && IsWritten(name) && code.MayMean(name, member, cancellation) && code.BodyAround(name, cancellation) is { } body)
                    foreach (var reference in body.ReferencesTo(member))
                        if (reference.Syntax.Span.Contains(name.Span) && !found.Contains(reference)) found.Add(reference);
        }
        return found;
    }

    // Who uses a member names its type, or what it derives from, to get hold of one; an extension method is called without.
    private static bool MayReach(SyntaxTree tree, ISymbol member, CancellationToken cancellation)
    {
        if (member.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == tree)) return true;
        if (member.DeclaredAccessibility == Accessibility.Private) return member.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == tree);
        if (member is IMethodSymbol { IsExtensionMethod: true }) return true;
        var index = TreeIndex.Of(tree, cancellation);
        for (var type = member.ContainingType; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
            if (index.Mentions(type.Name)) return true;
        return member.ContainingType.AllInterfaces.Any(type => index.Mentions(type.Name));
    }

    // x.Member = …, Member = … in an initializer, Member += …, Member.Add(…), Member[0] = …
    private static bool IsWritten(IdentifierNameSyntax name)
    {
        ExpressionSyntax expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return expression.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == expression,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } called => called.Expression == expression && LiteralTrace.Enters(called.Name.Identifier.ValueText),
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax set } element => set.Left == element,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
            _ => false,
        };
    }

    private static bool Targets(IMethodSymbol called, IMethodSymbol method)
    {
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        if (AspNet.Same(called, method)) return true;
        if (called.ContainingType?.TypeKind == TypeKind.Interface && method.ContainingType is { TypeKind: not TypeKind.Interface } type)
            return AspNet.Same(type.FindImplementationForInterfaceMember(called)?.OriginalDefinition, method);
        for (var over = method.OverriddenMethod; over is not null; over = over.OverriddenMethod)
            if (AspNet.Same(called, over.OriginalDefinition)) return true;
        return false;
    }
}
