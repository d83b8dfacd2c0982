using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Validation;

/// <summary>FluentValidation's validators that are declared here, and whether anything calls them.</summary>
internal sealed class ValidatorUses(CodeBase code, CancellationToken cancellation)
{
    // Whoever calls a validator asks for one of these, or has a library do it.
    private static readonly string[] Callers =
    [
        "IValidator", "IValidatorFactory", "ValidatorFactoryBase", "AddFluentValidation", "AddFluentValidationAutoValidation", "UseFluentValidation", "AddFastEndpoints", "UseFastEndpoints", "AddCarter", "MapCarter",
    ];

    /// <summary>Whether code of the application, or of an assembly that knows FluentValidation, may call validators without naming them.</summary>
    public bool MayBeCalledByType() =>
        Callers.Any(name => code.WrittenTreesWith(name, cancellation).Any())
        || AreFoundByBase()
        || code.Compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly => !IsKnown(assembly.Name) && assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static one => one.Name == "FluentValidation")));

    /// <summary>The validator of a model that no other code names; null where there is none, or where one is named.</summary>
    public INamedTypeSymbol? Uncalled(INamedTypeSymbol model)
    {
        var declared = DeclaredFor(model.OriginalDefinition).ToList();
        return declared.Count > 0 && !declared.Exists(IsNamedElsewhere) ? declared[0] : null;
    }

    private static bool IsKnown(string assembly) => assembly.StartsWith("FluentValidation", StringComparison.Ordinal) || assembly.StartsWith("FastEndpoints", StringComparison.Ordinal) || assembly == "Carter";

    // typeof(AbstractValidator<>): found by reflection.
    private bool AreFoundByBase() => code.WrittenTreesWith("AbstractValidator", cancellation).Any(tree =>
        TreeIndex.Of(tree, cancellation).NodesOf("AbstractValidator", tree.GetRoot(cancellation)).Any(static node => node.FirstAncestorOrSelf<BaseListSyntax>() is null && node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null));

    private IEnumerable<INamedTypeSymbol> DeclaredFor(INamedTypeSymbol model)
    {
        foreach (var tree in code.WrittenTreesWith(model.Name, cancellation))
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(model.Name, tree.GetRoot(cancellation)))
                if (node.FirstAncestorOrSelf<BaseListSyntax>() is { Parent: TypeDeclarationSyntax declaration }
                    && code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol { IsAbstract: false, IsGenericType: false } type && Derives(type, model))
                    yield return type;
    }

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol model)
    {
        for (var up = type.BaseType; up is not null; up = up.BaseType)
            if (up is { Name: "AbstractValidator", ContainingNamespace.Name: "FluentValidation", TypeArguments: { Length: 1 } arguments }) return AspNet.Same(arguments[0].OriginalDefinition, model);
        return false;
    }

    private bool IsNamedElsewhere(INamedTypeSymbol validator)
    {
        for (var type = validator; type is not null && AspNet.InSource(type); type = type.BaseType)
            foreach (var tree in code.WrittenTreesWith(type.Name, cancellation))
                foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(type.Name, tree.GetRoot(cancellation)))
                    if (node.FirstAncestorOrSelf<BaseListSyntax>() is null && !type.DeclaringSyntaxReferences.Any(own => own.SyntaxTree == tree && own.Span.Contains(node.Span))) return true;
        return false;
    }
}
