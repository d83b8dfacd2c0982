using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Which methods of the sources override or implement another: found by name, confirmed by symbol.</summary>
internal sealed partial class Engine
{
    /// <summary>More bodies than these are not gone through; a call with more runs one that is not known.</summary>
    private const int MaxTargets = 8;

    private IReadOnlyList<IMethodSymbol> OverridesOf(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        return flow.Overrides.TryGetValue(definition, out var known) ? known : flow.Overrides.GetOrAdd(definition, FindOverrides(definition));
    }

    private List<IMethodSymbol> FindOverrides(IMethodSymbol method)
    {
        var found = new List<IMethodSymbol>();
        var written = method.AssociatedSymbol?.Name ?? method.Name;
        foreach (var tree in flow.Code.TreesWith(written, cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(written, root))
            {
                if (node is not (MethodDeclarationSyntax or PropertyDeclarationSyntax) || node is not MemberDeclarationSyntax { Parent: TypeDeclarationSyntax } declaration) continue;
                if (flow.Code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is not { } symbol) continue;
                var candidate = symbol as IMethodSymbol ?? (method.MethodKind == MethodKind.PropertySet ? (symbol as IPropertySymbol)?.SetMethod : (symbol as IPropertySymbol)?.GetMethod);
                if (candidate is null or { IsAbstract: true } || !Replaces(candidate, method)) continue;
                found.Add(candidate);
                if (found.Count > MaxTargets) return [];
            }
        }
        return found;
    }

    private static bool Replaces(IMethodSymbol candidate, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface)
        {
            for (var over = candidate.OverriddenMethod; over is not null; over = over.OverriddenMethod)
                if (SymbolEqualityComparer.Default.Equals(over.OriginalDefinition, method)) return true;
            return false;
        }
        foreach (var contract in candidate.ContainingType.AllInterfaces)
            if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType))
                foreach (var member in contract.GetMembers(method.Name))
                    if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method)
                        && SymbolEqualityComparer.Default.Equals(candidate.ContainingType.FindImplementationForInterfaceMember(member)?.OriginalDefinition, candidate.OriginalDefinition)) return true;
        return false;
    }
}
