using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Where a method or constructor is called, or made a delegate, in the sources.</summary>
internal sealed partial class Engine
{
    private const int MaxCandidates = 400;
    private const int MaxSites = 40;

    private CallSites CallersOf(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        return flow.Callers.TryGetValue(definition, out var known) ? known : flow.Callers.GetOrAdd(definition, FindCallers(definition));
    }

    /// <summary>The calls of a method, found by name and confirmed by symbol; also those through a member that it overrides or implements.</summary>
    private CallSites FindCallers(IMethodSymbol method)
    {
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var name = isConstructor ? method.ContainingType.Name : method.AssociatedSymbol?.Name ?? Code.Callers.SimpleName(method);
        var found = ImmutableArray.CreateBuilder<(IOperation, Point)>();
        var groups = ImmutableArray.CreateBuilder<(IOperation, Point)>();
        var candidates = 0;
        foreach (var (tree, index) in isConstructor && IsSeenAnywhere(method) ? flow.Code.Creating(name, cancellation) : isConstructor ? TreesOf(method) : TreesNaming(method, name))
        {
            var nodes = !isConstructor || index.Mentions(name) ? index.NodesOf(name, tree.GetRoot(cancellation)) : [];
            foreach (var node in isConstructor ? nodes.Concat(index.CreationsOf(name, tree, cancellation)) : nodes)
            {
                if (Written(node) is not { } written || !MayFit(written, method) || !flow.Code.MayMean(node, Meant(method), cancellation)) continue;
                if (++candidates > MaxCandidates || found.Count >= MaxSites) return new(found.ToImmutable(), groups.ToImmutable(), false);
                if (flow.Code.BodyAround(written, cancellation)?.Graph is not { } graph) continue;
                if (SiteOf(written, method, graph) is { } site) found.Add(site);
                else if (graph.Find(written, OperationKind.MethodReference) is { Operation: IMethodReferenceOperation reference } group && Reaches(reference.Method, method)) groups.Add(group);
            }
        }
        return new(found.ToImmutable(), groups.ToImmutable(), true);
    }

    private static ISymbol Meant(IMethodSymbol method) => method.AssociatedSymbol ?? method;

    private static (IOperation, Point)? SiteOf(SyntaxNode written, IMethodSymbol method, FlowGraph graph)
    {
        if (method.AssociatedSymbol is IPropertySymbol property)
        {
            if (graph.Find(written, OperationKind.PropertyReference) is not { Operation: IPropertyReferenceOperation reference } place || !SymbolEqualityComparer.Default.Equals(reference.Property.OriginalDefinition, property.OriginalDefinition)) return null;
            return method.MethodKind == MethodKind.PropertyGet ? place : reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference ? (assignment, place.At) : null;
        }
        foreach (var kind in new[] { OperationKind.Invocation, OperationKind.ObjectCreation })
            if (graph.Find(written, kind) is { } site && Calls(site.Operation) is { } called && Reaches(called, method)) return site;
        return null;
    }

    /// <summary>The call or creation that a name is written in, or the name itself where it may be a method group or property.</summary>
    private static SyntaxNode? Written(SyntaxNode? name)
    {
        if (name is ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax) return name;
        if (name is not SimpleNameSyntax simple) return null;
        SyntaxNode outer = simple;
        while ((outer.Parent is MemberAccessExpressionSyntax access && access.Name == outer) || outer.Parent is QualifiedNameSyntax || outer.Parent is MemberBindingExpressionSyntax) outer = outer.Parent;
        return outer.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == outer => call,
            ObjectCreationExpressionSyntax creation when creation.Type == outer => creation,
            PrimaryConstructorBaseTypeSyntax initializer => initializer,
            ExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax or StatementSyntax or ArrowExpressionClauseSyntax => outer,
            _ => null,
        };
    }

    /// <summary>Where a member can be named: one that is private in the files of its type alone, anything else everywhere.</summary>
    private IEnumerable<(SyntaxTree Tree, TreeIndex Index)> TreesOf(ISymbol member)
    {
        if (IsSeenAnywhere(member)) return flow.Code.Indexes(cancellation);
        var home = (ISymbol?)member.ContainingType ?? member;
        return home.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Distinct().Select(tree => (tree, TreeIndex.Of(tree, cancellation)));
    }

    private IEnumerable<(SyntaxTree Tree, TreeIndex Index)> TreesNaming(ISymbol member, string name) =>
        IsSeenAnywhere(member) ? flow.Code.Mentioning(name, cancellation) : TreesOf(member).Where(entry => entry.Index.Mentions(name));

    private static bool IsSeenAnywhere(ISymbol member) => member is not IMethodSymbol { MethodKind: MethodKind.LocalFunction } && member.DeclaredAccessibility != Accessibility.Private;

    /// <summary>Whether a call can be one of a method, by the number of arguments: binding costs, and many methods share a name.</summary>
    private static bool MayFit(SyntaxNode written, IMethodSymbol method)
    {
        var arguments = written switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            ConstructorInitializerSyntax initializer => initializer.ArgumentList,
            PrimaryConstructorBaseTypeSyntax primary => primary.ArgumentList,
            _ => null,
        };
        if (arguments is null || method.AssociatedSymbol is not null) return true;
        var (given, fewest) = (arguments.Arguments.Count, 0);
        foreach (var parameter in method.Parameters)
        {
            if (parameter.IsParams) return true;
            if (!parameter.IsOptional) fewest++;
        }
        // An extension method may be called on its first argument.
        return given >= (method.IsExtensionMethod ? fewest - 1 : fewest) && given <= method.Parameters.Length;
    }

    private static IMethodSymbol? Calls(IOperation site) => site switch { IInvocationOperation call => call.TargetMethod, IObjectCreationOperation creation => creation.Constructor, _ => null };

    /// <summary>Whether a call of one method can run another: the same, its other part, or one that overrides or implements it.</summary>
    private static bool Reaches(IMethodSymbol called, IMethodSymbol method)
    {
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(called, method) || SymbolEqualityComparer.Default.Equals(called, method.PartialDefinitionPart)) return true;
        return (called.IsAbstract || called.IsVirtual || called.IsOverride) && !method.IsStatic && Replaces(method, called);
    }

    /// <summary>The bodies in which a member's name stands.</summary>
    private IEnumerable<FlowGraph> GraphsNaming(string name)
    {
        var seen = new HashSet<FlowGraph>();
        var candidates = 0;
        foreach (var tree in flow.Code.TreesWith(name, cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(name, root))
            {
                if (node is not SimpleNameSyntax written) continue;
                if (++candidates > MaxCandidates) yield break;
                if (flow.Code.BodyAround(written, cancellation)?.Graph is { } graph && seen.Add(graph)) yield return graph;
            }
        }
    }
}
