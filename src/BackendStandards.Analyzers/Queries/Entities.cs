using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Queries;

/// <summary>Which types are rows of a database: those that a context of Entity Framework has a <c>DbSet</c> of, here or in a referenced assembly of the application.</summary>
internal sealed class Entities
{
    private static readonly string[] Markers = ["DbSet", "DbContext", "IdentityDbContext"];
    private static readonly string[] Platform = ["Microsoft", "System", "Npgsql", "Pomelo", "Duende", "IdentityServer4", "OpenIddict", "MassTransit", "Hangfire"];

    private static readonly Func<TreeIndex, SyntaxNode, IReadOnlyCollection<string>> Named = static (_, root) => FindNames(root);

    private readonly Fact<HashSet<string>> _names;
    private readonly Fact<HashSet<ITypeSymbol>> _ofSources;
    private readonly Fact<HashSet<ITypeSymbol>> _ofReferences;

    public Entities(CodeBase code)
    {
        MayExist = QueryNames.HasEntities(code.Compilation);
        _names = new(cancellation => [.. TreesOf(code, cancellation).SelectMany(tree => TreeIndex.Of(tree, cancellation).Derived(tree, Named, cancellation))]);
        _ofSources = new(cancellation => OfSources(code, cancellation));
        _ofReferences = new(cancellation => OfReferences(code.Compilation, cancellation));
    }

    /// <summary>Whether there can be any.</summary>
    public bool MayExist { get; }

    /// <summary>Whether a type is one. Read models without a key, and types that are marked as contracts, are none.</summary>
    public bool Include(ITypeSymbol? type, CancellationToken cancellation) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } named && !IsExempt(named)
        // What a context elsewhere maps is declared there, or below.
        && ((_names.Get(cancellation).Contains(named.Name) && _ofSources.Get(cancellation).Contains(named)) || (!AspNet.InSource(named) && !IsPlatform(named.ContainingAssembly) && _ofReferences.Get(cancellation).Contains(named)));

    private static bool IsExempt(INamedTypeSymbol type) => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "KeylessAttribute" or "ApiContractAttribute" or "ApiContract");

    private static IEnumerable<SyntaxTree> TreesOf(CodeBase code, CancellationToken cancellation) => Markers.SelectMany(name => code.TreesWith(name, cancellation)).Distinct();

    // By spelling: what stands in DbSet<…>, or is given to a context's base class, under its own name or an alias. Most types are told by it to be no rows, and no context is bound.
    private static HashSet<string> FindNames(SyntaxNode root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.DescendantNodes())
            if (node is GenericNameSyntax generic && (generic.Identifier.ValueText == "DbSet" || generic.FirstAncestorOrSelf<BaseListSyntax>() is not null) || node is UsingDirectiveSyntax { Alias: not null })
                names.UnionWith(node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        return names;
    }

    private static HashSet<ITypeSymbol> OfSources(CodeBase code, CancellationToken cancellation)
    {
        var found = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in TreesOf(code, cancellation))
            foreach (var declaration in tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<ClassDeclarationSyntax>())
                if (declaration.BaseList is not null && code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type) Add(type, found);
        // builder.Entity<Report>().HasNoKey() makes a read model of what has a set.
        foreach (var tree in code.TreesWith("HasNoKey", cancellation))
        {
            var words = new HashSet<string>(tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasNoKey" })
                .SelectMany(Around).SelectMany(node => node.DescendantTokens()).Select(token => token.ValueText), StringComparer.Ordinal);
            found.RemoveWhere(type => words.Contains(type.Name));
        }
        return found;
    }

    // The whole statement, and what the method configures.
    private static IEnumerable<SyntaxNode> Around(InvocationExpressionSyntax call)
    {
        var member = call.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>();
        if (member is not null) yield return member.ParameterList;
        if (call.Ancestors().TakeWhile(up => up != member).LastOrDefault(up => up is ExpressionStatementSyntax or ArrowExpressionClauseSyntax) is { } statement) yield return statement;
    }

    private static HashSet<ITypeSymbol> OfReferences(Compilation compilation, CancellationToken cancellation)
    {
        var found = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsPlatform(assembly) && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == "Microsoft.EntityFrameworkCore"))) AddAll(assembly.GlobalNamespace, found, cancellation);
        }
        return found;
    }

    private static void AddAll(INamespaceSymbol space, HashSet<ITypeSymbol> found, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var type in space.GetTypeMembers()) Add(type, found);
        foreach (var inner in space.GetNamespaceMembers()) AddAll(inner, found, cancellation);
    }

    private static void Add(INamedTypeSymbol type, HashSet<ITypeSymbol> found)
    {
        if (!QueryNames.IsContext(type)) return;
        for (var at = type; at is not null; at = at.BaseType)
            foreach (var property in at.GetMembers().OfType<IPropertySymbol>())
                if (QueryNames.IsTable(property.Type)) found.Add(((INamedTypeSymbol)property.Type).TypeArguments[0]);
    }

    private static bool IsPlatform(IAssemblySymbol? assembly) => assembly is null || Platform.Any(name => assembly.Name == name || assembly.Name.StartsWith(name + ".", StringComparison.Ordinal));
}
