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
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<RequestUse>> _byType = new(SymbolEqualityComparer.Default);

    /// <summary>The ways in which a model comes in; none for one that is only answered, stored or handed around.</summary>
    public IReadOnlyList<RequestUse> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        type = type.OriginalDefinition;
        return _byType.TryGetValue(type, out var known) ? known : _byType.GetOrAdd(type, Find(type, cancellation));
    }

    // Only the endpoints whose handler has the parameter are read any further.
    private IEnumerable<RequestUse> Through(ParameterSyntax parameter, CancellationToken cancellation)
    {
        foreach (var endpoint in model.Concerning(parameter.SyntaxTree, cancellation))
            if (endpoint.Kind is EndpointKind.Minimal or EndpointKind.Controller or EndpointKind.FastEndpoint
                && endpoint.Handler?.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == parameter.SyntaxTree && reference.Span.Contains(parameter.Span)) == true)
                foreach (var input in EndpointInputs.Of(endpoint, cancellation))
                    if (EndpointInputs.ModelOf(input) is { } taken && input.Key.OriginalDefinition.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == parameter.SyntaxTree && reference.Span == parameter.Span))
                        yield return new(endpoint, input.Key, taken, [.. input]);
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
                            found.AddRange(Through(parameter, cancellation).Where(use => AspNet.Same(use.Model.OriginalDefinition, at)));
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
