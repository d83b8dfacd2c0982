using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Code;

/// <summary>The methods of the compilation that an interface's or an abstract method stands for.</summary>
internal static class Implementations
{
    /// <summary>Each of them, in the order of the sources.</summary>
    public static IEnumerable<IMethodSymbol> Of(IMethodSymbol method, CodeBase code, CancellationToken cancellation)
    {
        foreach (var tree in code.TreesWith(Callers.SimpleName(method), cancellation))
            foreach (var declaration in tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
            {
                if (declaration.BaseList is null || code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol { TypeKind: not TypeKind.Interface } type) continue;
                if (method.ContainingType.TypeKind == TypeKind.Interface)
                {
                    var contract = type.AllInterfaces.FirstOrDefault(one => AspNet.Same(one.OriginalDefinition, method.ContainingType.OriginalDefinition));
                    var member = contract?.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate => AspNet.Same(candidate.OriginalDefinition, method));
                    if (member is not null && type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsAbstract: false } found && AspNet.InSource(found)) yield return found;
                }
                else
                    foreach (var candidate in type.GetMembers(method.Name).OfType<IMethodSymbol>())
                        if (candidate is { IsAbstract: false, OverriddenMethod: { } over } && AspNet.Same(over.OriginalDefinition, method))
                            yield return candidate;
            }
    }
}
