using System.Collections.Concurrent;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Code;

/// <summary>
/// Whether a name in the sources can mean a member, told by declarations alone. Many members share a name (<c>Add</c>, <c>Handle</c>, <c>Map</c>), and to bind each body
/// that says it costs more than everything else that is done with the few which mean it. It never says no where it is not sure.
/// </summary>
internal sealed class NameMeanings
{
    private static readonly Func<TreeIndex, SyntaxNode, IReadOnlyList<UsingDirectiveSyntax>> UsingsOf = static (_, root) => FindUsings(root);

    private static readonly Func<TreeIndex, SyntaxNode, HashSet<string>> BasesOf = static (_, root) => FindBases(root);

    private readonly ConcurrentDictionary<ISymbol, HashSet<string>?> _relatives = new(SymbolEqualityComparer.Default);
    private readonly CodeBase _code;
    private readonly ReceiverTypes _receivers;
    private readonly Fact<IReadOnlyList<UsingDirectiveSyntax>> _globalUsings;

    public NameMeanings(CodeBase code)
    {
        _code = code;
        _receivers = new ReceiverTypes(code);
        _globalUsings = new(cancellation => [.. code.Indexes(cancellation)
            .SelectMany(entry => entry.Index.Derived(entry.Tree, UsingsOf, cancellation)).Where(one => one.GlobalKeyword.RawKind != 0)]);
    }

    /// <summary>Whether a name may mean a method, constructor, property, field or event of the compilation.</summary>
    public bool MayMean(SyntaxNode name, ISymbol member, CancellationToken cancellation)
    {
        if (name is not SimpleNameSyntax simple) return true;
        if (member is IMethodSymbol { MethodKind: MethodKind.LocalFunction }) return member.DeclaringSyntaxReferences.Any(one => one.SyntaxTree == name.SyntaxTree && IsInScope(name, one.GetSyntax(cancellation)));
        if (member.ContainingType is not { } type || simple.FirstAncestorOrSelf<CrefSyntax>() is not null) return true;
        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor }) return MayCreate(simple, type, cancellation);
        if (member is IMethodSymbol { IsExtensionMethod: true } || type.Name.Length == 0) return MayExtend(simple, type, cancellation);
        switch (ReceiverTypes.QualifierOf(simple))
        {
            case ObjectCreationExpressionSyntax made when !MayName(made.Type, type, cancellation): return false;
            case { } qualifier: return _receivers.Of(qualifier, cancellation) is not { } types || types.Any(one => Related(one, type));
            case null when simple.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } set && set.Left == simple:
                return initializer.Parent is not ObjectCreationExpressionSyntax creation || _receivers.Bind(creation.Type, cancellation) is not { } created || Related(created, type);
            // "is Status.Paid" looks like a type until it is bound.
            case null when simple.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax: return true;
            case null when simple.Parent is NameColonSyntax or NameEqualsSyntax or ExpressionColonSyntax || simple.FirstAncestorOrSelf<AttributeSyntax>() is not null: return true;
            default: return MayMeanAlone(simple, type, cancellation);
        }
    }

    /// <summary>By spelling: whether a type that is written may be related to a type. Most are not, and need not be bound for it.</summary>
    private bool MayName(TypeSyntax written, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var name = LastName(written);
        if (name == type.Name || name.Length == 0) return true;
        var relatives = _relatives.TryGetValue(type, out var known) ? known : _relatives.GetOrAdd(type, RelativesOf(type, cancellation));
        return relatives is null || relatives.Contains(name) || Usings(written.SyntaxTree, cancellation).Any(one => one.Alias?.Name.Identifier.ValueText == name);
    }

    /// <summary>The names of what a type derives from and implements; null for one that others may derive from.</summary>
    private HashSet<string>? RelativesOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var (tree, index) in _code.Mentioning(type.Name, cancellation))
            if (index.Derived(tree, BasesOf, cancellation).Contains(type.Name)) return null;
        var names = new HashSet<string>(type.AllInterfaces.Select(one => one.Name), StringComparer.Ordinal);
        for (var up = type.BaseType; up is not null; up = up.BaseType) names.Add(up.Name);
        return names;
    }

    private static HashSet<string> FindBases(SyntaxNode root) => new(root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or BaseListSyntax).OfType<BaseTypeSyntax>()
        .Select(one => LastName(one.Type)), StringComparer.Ordinal);

    private static bool IsInScope(SyntaxNode name, SyntaxNode local) => local.Parent is GlobalStatementSyntax || local.Parent?.Span.Contains(name.Span) != false;

    private bool MayCreate(SimpleNameSyntax name, INamedTypeSymbol type, CancellationToken cancellation)
    {
        TypeSyntax written = name;
        while (written.Parent is QualifiedNameSyntax qualified && qualified.Right == written) written = qualified;
        return written.Parent is not (ObjectCreationExpressionSyntax or PrimaryConstructorBaseTypeSyntax)
            || _receivers.Bind(written, cancellation) is not { } created || AspNet.Same(created.OriginalDefinition, type.OriginalDefinition);
    }

    // x.Extend() needs the namespace, Extensions.Extend(x) the class.
    private bool MayExtend(SimpleNameSyntax name, INamedTypeSymbol type, CancellationToken cancellation)
    {
        while (type is { Name.Length: 0, ContainingType: { } around }) type = around;
        return ReceiverTypes.QualifierOf(name) is null || (ReceiverTypes.QualifierOf(name) is SimpleNameSyntax or MemberAccessExpressionSyntax && LastName(ReceiverTypes.QualifierOf(name)!) == type.Name)
            || IsImported(name, type, cancellation);
    }

    private bool IsImported(SyntaxNode name, INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.ContainingNamespace is not { IsGlobalNamespace: false } space) return true;
        var full = FullName(space);
        for (var up = name.Parent; up is not null; up = up.Parent)
            if (up is BaseNamespaceDeclarationSyntax)
            {
                var around = NamespaceAround(up);
                if (around == full || around.StartsWith(full + ".", StringComparison.Ordinal)) return true;
                break;
            }
        return Usings(name.SyntaxTree, cancellation).Any(one => one.StaticKeyword.RawKind != 0 || one.Alias is not null ? LastName(one.NamespaceOrType) == type.Name : Ends(full, one.NamespaceOrType.ToString()));
    }

    // Without a qualifier: in the type, in one that derives from it or is nested in it, or through `using static`.
    private bool MayMeanAlone(SimpleNameSyntax name, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var isInType = false;
        for (var up = name.Parent; up is not null; up = up.Parent)
        {
            if (up is EnumDeclarationSyntax) return true;
            if (up is not TypeDeclarationSyntax declaration) continue;
            isInType = true;
            if (_receivers.Declared(declaration, cancellation) is not { } around || Related(around, type)) return true;
        }
        return (!isInType && type.Name == "Program") || Usings(name.SyntaxTree, cancellation).Any(one => one.StaticKeyword.RawKind != 0 && LastName(one.NamespaceOrType) == type.Name);
    }

    private IEnumerable<UsingDirectiveSyntax> Usings(SyntaxTree tree, CancellationToken cancellation) =>
        TreeIndex.Of(tree, cancellation).Derived(tree, UsingsOf, cancellation).Concat(_globalUsings.Get(cancellation));

    /// <summary>Whether a value of one type can be one of the other, so that a call on the first may run a member of the second.</summary>
    private static bool Related(ITypeSymbol receiver, INamedTypeSymbol type)
    {
        if (receiver is not INamedTypeSymbol { TypeKind: not TypeKind.Error } named) return receiver is not IArrayTypeSymbol;
        return Symbols.IsOrDerives(named, type) || Symbols.IsOrDerives(type, named) || Implements(named, type) || Implements(type, named)
            // What is called on the element of a Nullable<T>.
            || (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && Related(named.TypeArguments[0], type));
    }

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol contract) =>
        contract.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(one => AspNet.Same(one.OriginalDefinition, contract.OriginalDefinition));

    private static IReadOnlyList<UsingDirectiveSyntax> FindUsings(SyntaxNode root) =>
        [.. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()];

    // A using may leave out what the namespaces around it say.
    private static bool Ends(string full, string written)
    {
        written = written.StartsWith("global::", StringComparison.Ordinal) ? written.Substring("global::".Length) : written;
        return full == written || (full.EndsWith(written, StringComparison.Ordinal) && full[full.Length - written.Length - 1] == '.') || written.IndexOfAny([' ', ':', '/', '@']) >= 0;
    }

    private static string NamespaceAround(SyntaxNode declaration)
    {
        var name = "";
        for (var up = declaration; up is not null; up = up.Parent)
            if (up is BaseNamespaceDeclarationSyntax space) name = name.Length == 0 ? space.Name.ToString() : space.Name + "." + name;
        return name;
    }

    private static string FullName(INamespaceSymbol space) => space.ContainingNamespace is { IsGlobalNamespace: false } outer ? FullName(outer) + "." + space.Name : space.Name;

    private static string LastName(SyntaxNode name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
