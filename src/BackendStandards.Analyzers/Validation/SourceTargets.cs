using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Validation;

/// <summary>Which methods of the compilation a call may run: implementations of an interface, and those that handle a message.</summary>
internal sealed class SourceTargets(CodeBase code, CancellationToken cancellation)
{
    /// <summary>The method itself, or what implements or overrides it here.</summary>
    public IEnumerable<IMethodSymbol> Of(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!method.IsAbstract && method.ContainingType.TypeKind != TypeKind.Interface) return [method];
        return MethodsNamed(method.Name).Where(candidate => Implements(candidate, method));
    }

    /// <summary>The methods that take a message of a type: <c>Handle</c>, <c>Consume</c>.</summary>
    public IEnumerable<(IMethodSymbol Method, int Ordinal)> HandlersOf(ITypeSymbol message)
    {
        foreach (var name in new[] { "Handle", "HandleAsync", "Consume", "ExecuteAsync" })
            foreach (var method in MethodsNamed(name))
                if (method.Parameters.FirstOrDefault(parameter => AspNet.Same(parameter.Type.OriginalDefinition, message.OriginalDefinition)) is { } taken)
                    yield return (method, taken.Ordinal);
    }

    /// <summary>Whether some type of the application asks the validators of whatever it is given: a behaviour or decorator around handlers.</summary>
    public bool HasValidatingPipeline()
    {
        foreach (var tree in code.TreesWith("IValidator", cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf("IValidator", root))
                if (node is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } name && arguments[0] is IdentifierNameSyntax argument
                    && name.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.TypeParameterList?.Parameters.Any(parameter => parameter.Identifier.ValueText == argument.Identifier.ValueText) == true))
                    return true;
        }
        return false;
    }

    private static bool Implements(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var over = candidate.OverriddenMethod; over is not null; over = over.OverriddenMethod)
            if (AspNet.Same(over.OriginalDefinition, method))
                return true;
        if (method.ContainingType.TypeKind != TypeKind.Interface) return false;
        return candidate.ContainingType.AllInterfaces.Any(one => AspNet.Same(one.OriginalDefinition, method.ContainingType)
            && one.GetMembers(method.Name).Any(member => AspNet.Same(member.OriginalDefinition, method) && AspNet.Same(candidate.ContainingType.FindImplementationForInterfaceMember(member)?.OriginalDefinition, candidate)));
    }

    private IEnumerable<IMethodSymbol> MethodsNamed(string name)
    {
        foreach (var tree in code.TreesWith(name, cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(name, root))
                if (node is MethodDeclarationSyntax { Parent: not InterfaceDeclarationSyntax } declaration
                    && code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is { IsAbstract: false } method)
                    yield return method;
        }
    }
}
