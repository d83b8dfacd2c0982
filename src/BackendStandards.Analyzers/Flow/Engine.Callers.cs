using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Where a method or constructor is called in the sources.</summary>
internal sealed partial class Engine
{
    private const int MaxCandidates = 400;
    private const int MaxSites = 40;

    /// <summary>The calls of a method in the sources, found by name and confirmed by symbol; also those through the interface member that it implements.</summary>
    private CallSites CallersOf(IMethodSymbol method)
    {
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var name = isConstructor ? method.ContainingType.Name : method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        var found = ImmutableArray.CreateBuilder<(IOperation, Point)>();
        var candidates = 0;
        foreach (var tree in flow.Code.Compilation.SyntaxTrees)
        {
            var index = TreeIndex.Of(tree, cancellation);
            var positions = isConstructor ? index.PositionsOf(name).Concat(index.CreationsOf(name)) : index.PositionsOf(name);
            SyntaxNode? root = null;
            foreach (var position in positions)
            {
                root ??= tree.GetRoot(cancellation);
                if (Written(root.FindToken(position).Parent) is not { } written || !MayFit(written, method)) continue;
                if (++candidates > MaxCandidates || found.Count >= MaxSites) return new(found.ToImmutable(), false);
                if (flow.Code.BodyAround(written, cancellation)?.Graph is not { } graph) continue;
                var place = graph.Find(written, OperationKind.Invocation) ?? graph.Find(written, OperationKind.ObjectCreation);
                if (place is { } site && Targets(site.Operation, method)) found.Add(site);
                else if (place is null && IsMethodGroup(written, method, graph)) return new(ImmutableArray<(IOperation, Point)>.Empty, true);
            }
        }
        return new(found.ToImmutable(), true);
    }

    /// <summary>The call or creation that a name is written in, or the name itself where it may be a method group.</summary>
    private static SyntaxNode? Written(SyntaxNode? name)
    {
        if (name is ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax) return name;
        if (name is not SimpleNameSyntax simple) return null;
        SyntaxNode outer = simple;
        while (outer.Parent is MemberAccessExpressionSyntax access && access.Name == outer || outer.Parent is QualifiedNameSyntax || outer.Parent is MemberBindingExpressionSyntax) outer = outer.Parent;
        return outer.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == outer => call,
            ObjectCreationExpressionSyntax creation when creation.Type == outer => creation,
            PrimaryConstructorBaseTypeSyntax initializer => initializer,
            ExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax => outer,
            _ => null,
        };
    }

    /// <summary>Whether a creation that does not name its type can call a constructor, by the number of arguments: binding costs.</summary>
    private static bool MayFit(SyntaxNode written, IMethodSymbol method) => written is not ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: var given }
        || (given >= method.Parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams) && (given <= method.Parameters.Length || method.Parameters.Any(parameter => parameter.IsParams)));

    private static bool IsMethodGroup(SyntaxNode written, IMethodSymbol method, FlowGraph graph) =>
        graph.Find(written, OperationKind.MethodReference) is { Operation: IMethodReferenceOperation reference } && SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, method.OriginalDefinition);

    private static bool Targets(IOperation site, IMethodSymbol method)
    {
        var called = site switch { IInvocationOperation call => call.TargetMethod, IObjectCreationOperation creation => creation.Constructor, _ => null };
        if (called is null) return false;
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(called, method.OriginalDefinition) || SymbolEqualityComparer.Default.Equals(called, method.PartialDefinitionPart)) return true;
        return called.ContainingType?.TypeKind == TypeKind.Interface && method.ContainingType is { TypeKind: not TypeKind.Interface } type
            && type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, called.ContainingType)
                && contract.GetMembers(called.Name).Any(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, called)
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method.OriginalDefinition)));
    }
}
