using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Validation;

/// <summary>Validators written for a model: <c>AbstractValidator&lt;T&gt;</c> and its like, declared, injected or put into a filter.</summary>
internal sealed class ValidatorTypes(CodeBase code)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the sources speak of a validator of a type.</summary>
    public bool Exist(INamedTypeSymbol model, CancellationToken cancellation)
    {
        model = model.OriginalDefinition;
        return _known.TryGetValue(model, out var known) ? known : _known.GetOrAdd(model, Find(model, cancellation));
    }

    private bool Find(INamedTypeSymbol model, CancellationToken cancellation)
    {
        foreach (var tree in code.TreesWith(model.Name, cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(model.Name, root))
                if (node is SimpleNameSyntax name && GenericAround(name) is { } generic && IsValidator(generic, model, cancellation))
                    return true;
        }
        return false;
    }

    private static GenericNameSyntax? GenericAround(SimpleNameSyntax name)
    {
        SyntaxNode type = name.Parent is QualifiedNameSyntax qualified && qualified.Right == name ? qualified : name;
        return type.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax generic } ? generic : null;
    }

    // By the name, or, for a base class of the application's own, by what it derives from.
    private bool IsValidator(GenericNameSyntax generic, INamedTypeSymbol model, CancellationToken cancellation)
    {
        if (generic.Identifier.ValueText.IndexOf("Validat", StringComparison.OrdinalIgnoreCase) >= 0) return true;
        return generic.FirstAncestorOrSelf<BaseListSyntax>()?.Parent is TypeDeclarationSyntax declaration
            && code.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is { } type
            && type.AllInterfaces.Any(one => one is { Name: "IValidator", TypeArguments.Length: 1 } && AspNet.Same(one.TypeArguments[0].OriginalDefinition, model));
    }
}
