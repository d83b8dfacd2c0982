using System.Collections.Concurrent;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Code;

/// <summary>
/// The sources of one compilation: members' bodies bound on demand, each once, so that operations have identity; trees found by the names in them.
/// <c>Flow</c> and <c>Endpoints</c> both stand on it.
/// </summary>
internal sealed class CodeBase
{
    private readonly ConcurrentDictionary<SyntaxNode, MemberBody?> _bodies = new();

    // One model a tree: a new one would bind again what the last one bound.
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    private readonly NameMeanings _names;
    private NameDirectory? _directory;

    public CodeBase(Compilation compilation)
    {
        Compilation = compilation;
        _names = new NameMeanings(this);
    }

    /// <summary>The compilation that is read.</summary>
    public Compilation Compilation { get; }

    /// <summary>How many members were bound. Tests of cost read it.</summary>
    public int BoundMembers => _bodies.Count;

    /// <summary>The trees in which an identifier stands, in the order of the compilation.</summary>
    public IEnumerable<SyntaxTree> TreesWith(string identifier, CancellationToken cancellation)
    {
        foreach (var (tree, _) in Mentioning(identifier, cancellation)) yield return tree;
    }

    /// <summary>The same without the envelope's sources: they are in every web project, used or not, and speak of much that rules look for.</summary>
    public IEnumerable<SyntaxTree> WrittenTreesWith(string identifier, CancellationToken cancellation) => TreesWith(identifier, cancellation).Where(static tree => !AspNet.IsEnvelope(tree));

    /// <summary>The same as <see cref="TreesWith"/>, with their indexes.</summary>
    public IEnumerable<(SyntaxTree Tree, TreeIndex Index)> Mentioning(string identifier, CancellationToken cancellation) => Directory(cancellation).With(identifier, cancellation);

    /// <summary>The trees in which a constructor of a type may be called, with or without the type's name.</summary>
    public IEnumerable<(SyntaxTree Tree, TreeIndex Index)> Creating(string type, CancellationToken cancellation) => Directory(cancellation).WithAny(TreeIndex.CreationNames(type), cancellation);

    /// <summary>The trees of the compilation, in its order, with their indexes: gathered once, as a thousand look-ups for each name add up.</summary>
    public (SyntaxTree Tree, TreeIndex Index)[] Indexes(CancellationToken cancellation) => Directory(cancellation).Trees;

    private NameDirectory Directory(CancellationToken cancellation)
    {
        if (_directory is { } known) return known;
        var trees = Compilation.SyntaxTrees as IReadOnlyCollection<SyntaxTree> ?? Compilation.SyntaxTrees.ToList();
        var indexes = new (SyntaxTree, TreeIndex)[trees.Count];
        var i = 0;
        foreach (var tree in trees) indexes[i++] = (tree, TreeIndex.Of(tree, cancellation));
        return _directory = new NameDirectory(indexes);
    }

    /// <summary>The calls written with a name, in one tree, bound. A call in code that does not bind is left out.</summary>
    public IEnumerable<IOperation> CallsNamed(string name, SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (var call in TreeIndex.Of(tree, cancellation).CallsOf(name, tree.GetRoot(cancellation)))
            if (BodyAround(call, cancellation)?.At(call) is { } operation)
                yield return operation;
    }

    /// <summary>The same of a member: without those that by the declarations around them cannot mean it, which are not bound.</summary>
    public IEnumerable<IOperation> CallsOf(IMethodSymbol method, string name, SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (var call in TreeIndex.Of(tree, cancellation).CallsOf(name, tree.GetRoot(cancellation)))
            if (MayMean(TreeIndex.NameOf(call), method, cancellation) && BodyAround(call, cancellation)?.At(call) is { } operation)
                yield return operation;
    }

    /// <summary>Whether a name may mean a member: false only where the declarations around it tell that it cannot. Nothing is bound for it.</summary>
    public bool MayMean(SyntaxNode name, ISymbol member, CancellationToken cancellation) => _names.MayMean(name, member, cancellation);

    /// <summary>The body of a method of this compilation; null for one without a body here.</summary>
    public MemberBody? BodyOf(IMethodSymbol method, CancellationToken cancellation)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        foreach (var reference in method.DeclaringSyntaxReferences)
            if (BodyAround(reference.GetSyntax(cancellation), cancellation) is { } body)
                return body;
        return null;
    }

    /// <summary>The body that a node is part of, or that it declares; null outside of bodies.</summary>
    public MemberBody? BodyAround(SyntaxNode node, CancellationToken cancellation)
    {
        if (MemberOf(node) is not { } member || !Compilation.ContainsSyntaxTree(member.SyntaxTree)) return null;
        return _bodies.TryGetValue(member, out var known) ? known : _bodies.GetOrAdd(member, Bind(member, cancellation));
    }

    /// <summary>The model of a tree of this compilation. Inside an analyzer this is the driver's shared model, so what it has bound costs nothing again.</summary>
#pragma warning disable RS1030 // The one place where another tree's model is asked for: through the compilation, which hands out the driver's shared one.
    public SemanticModel Model(SyntaxTree tree) => _models.TryGetValue(tree, out var known) ? known : _models.GetOrAdd(tree, Compilation.GetSemanticModel(tree));
#pragma warning restore RS1030

    private MemberBody? Bind(SyntaxNode member, CancellationToken cancellation)
    {
        var model = Model(member.SyntaxTree);
        ISymbol? owner = member switch
        {
            CompilationUnitSyntax => Compilation.GetEntryPoint(cancellation),
            ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } => (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod,
            EqualsValueClauseSyntax { Parent: { } declarator } => model.GetDeclaredSymbol(declarator, cancellation),
            TypeDeclarationSyntax type => (model.GetDeclaredSymbol(type, cancellation) as INamedTypeSymbol)?.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) == type)),
            _ => model.GetDeclaredSymbol(member, cancellation),
        };
        var operation = model.GetOperation(member, cancellation);
        return owner is null || operation is null ? null : new MemberBody(operation, owner);
    }

    // What GetOperation answers for: declarations of methods and accessors, the arrow of a property or indexer, the value of a field, property or
    // parameter initializer, the type for a primary constructor's call of its base, and the compilation unit for top-level statements.
    private static SyntaxNode? MemberOf(SyntaxNode node)
    {
        for (var up = node; up is not null; up = up.Parent)
            switch (up)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax: return up;
                case BasePropertyDeclarationSyntax property: return Arrow(property);
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } or PropertyDeclarationSyntax }: return up;
                case PrimaryConstructorBaseTypeSyntax: return up.FirstAncestorOrSelf<TypeDeclarationSyntax>();
                case GlobalStatementSyntax: return up.Parent;
                case CompilationUnitSyntax: return null;
            }
        return null;
    }

    private static ArrowExpressionClauseSyntax? Arrow(BasePropertyDeclarationSyntax property) => property switch
    {
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        _ => null,
    };
}
