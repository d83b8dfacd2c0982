using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>
/// From a type outward to the endpoints that take it from a request: where a parameter names it, where a member of another model does, where a class derives from it.
/// Only trees with its name are looked at, and of those only the endpoints of trees in which a parameter is of that type.
/// </summary>
internal sealed class RequestUses(EndpointModel model)
{
    private const int MaxDepth = 5;
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<SyntaxNode, RequestUse>> _byTree = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<RequestUse>> _byType = new(SymbolEqualityComparer.Default);

    /// <summary>The ways in which a model comes in; none for one that is only answered, stored or handed around.</summary>
    public IReadOnlyList<RequestUse> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        type = type.OriginalDefinition;
        return _byType.TryGetValue(type, out var known) ? known : _byType.GetOrAdd(type, Find(type, cancellation));
    }

    /// <summary>The parameters of the endpoints whose handlers stand in a tree.</summary>
    public ILookup<SyntaxNode, RequestUse> In(SyntaxTree tree, CancellationToken cancellation) => _byTree.TryGetValue(tree, out var known) ? known : _byTree.GetOrAdd(tree, FindIn(tree, cancellation));

    private ILookup<SyntaxNode, RequestUse> FindIn(SyntaxTree tree, CancellationToken cancellation)
    {
        var found = new List<(SyntaxNode Place, RequestUse Use)>();
        foreach (var endpoint in model.Concerning(tree, cancellation))
            if (endpoint.Handler is { } handler && endpoint.Kind is EndpointKind.Minimal or EndpointKind.Controller or EndpointKind.FastEndpoint && handler.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == tree))
                foreach (var input in EndpointInputs.Of(endpoint, cancellation))
                    if (EndpointInputs.ModelOf(input) is { } taken)
                        foreach (var reference in input.Key.OriginalDefinition.DeclaringSyntaxReferences)
                            found.Add((reference.GetSyntax(cancellation), new(endpoint, input.Key, taken, [.. input])));
        return found.ToLookup(static one => one.Place, static one => one.Use);
    }

    private List<RequestUse> Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var found = new List<RequestUse>();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { type };
        var work = new Queue<(INamedTypeSymbol Type, int Depth)>();
        work.Enqueue((type, 0));
        while (work.Count > 0)
        {
            var (at, depth) = work.Dequeue();
            foreach (var tree in model.Code.WrittenTreesWith(at.Name, cancellation))
                foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(at.Name, tree.GetRoot(cancellation)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    switch (TypedBy(node))
                    {
                        case ParameterSyntax { Parent.Parent: not RecordDeclarationSyntax } parameter:
                            found.AddRange(In(tree, cancellation)[parameter].Where(use => AspNet.Same(use.Model.OriginalDefinition, at)));
                            break;
                        case ParameterSyntax or PropertyDeclarationSyntax or BaseTypeSyntax when depth < MaxDepth && node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
                            && model.Code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol owner && Brings(owner, at) && seen.Add(owner.OriginalDefinition):
                            work.Enqueue((owner.OriginalDefinition, depth + 1));
                            break;
                    }
                }
        }
        return found;
    }

    private static bool Brings(INamedTypeSymbol owner, INamedTypeSymbol type) =>
        Symbols.IsOrDerives(owner.BaseType, type) || InputTypes.MembersOf(owner).Any(member => AspNet.Same(InputTypes.ModelOf(member.Property.Type)?.OriginalDefinition, type));

    // What a name, alone or as a type argument, is the type of.
    private static SyntaxNode? TypedBy(SyntaxNode node)
    {
        if (node is not SimpleNameSyntax) return null;
        while (node.Parent is TypeSyntax or TypeArgumentListSyntax) node = node.Parent;
        return node.Parent switch
        {
            ParameterSyntax parameter when parameter.Type == node => parameter,
            PropertyDeclarationSyntax property when property.Type == node => property,
            BaseTypeSyntax derived => derived,
            _ => null,
        };
    }
}
