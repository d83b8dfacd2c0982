using System.Collections.Concurrent;
using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>
/// The constants that reach a key or credential, told by where the constant is written, since that is where a finding belongs. Found from the sinks, in the few files
/// that name one: for one document those are itself, and others where something in it may leave it: a constant member that they mention, a text that looks drawn.
/// Safe to ask from several threads.
/// </summary>
internal sealed class ConstantUses(CodeBase code, SinkTable table, SourceReferences references)
{
    // A text that looks drawn, or an array that is written out: what another file may be given by a call.
    private static readonly Func<TreeIndex, SyntaxNode, object> HasCandidates = static (_, root) => Literals.Of(root) is var literals && (literals.HasArray || literals.Texts.Any(static token => !token.IsKind(SyntaxKind.InterpolatedStringTextToken) && SecretValues.LooksDrawn(token.ValueText)));
    private static readonly Func<TreeIndex, SyntaxNode, IReadOnlyList<(string Name, SyntaxNode Declaration)>> ConstantMembers = static (_, root) => FindConstantMembers(root);

    private readonly Fact<ImmutableArray<SyntaxTree>> _sinkTrees = new(cancellation => code.Indexes(cancellation)
        .Where(entry => entry.Index.Derived(entry.Tree, table.MayHoldSink, cancellation) is true).Select(entry => entry.Tree).ToImmutableArray());

    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<ConstantUse>> _usesFrom = new();
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<ConstantUse>> _usesIn = new();

    /// <summary>Those that reach keys, vectors and salts.</summary>
    public static ConstantUses AsKeys(CodeBase code, SourceReferences references) => new(code, KeySinks.Table, references);

    /// <summary>Those that reach credentials.</summary>
    public static ConstantUses AsCredentials(CodeBase code, SourceReferences references) => new(code, CredentialSinks.Table, references);

    /// <summary>The constants of a tree that are used so, each once, in the order of the text.</summary>
    public ImmutableArray<ConstantUse> In(SyntaxTree tree, CancellationToken cancellation) =>
        _usesIn.TryGetValue(tree, out var known) ? known : _usesIn.GetOrAdd(tree, Find(tree, cancellation));

    /// <summary>Whether a constant is used so.</summary>
    public bool Include(SyntaxNode constant, CancellationToken cancellation) => In(constant.SyntaxTree, cancellation).Any(use => use.Literal.Span == constant.Span);

    private ImmutableArray<ConstantUse> Find(SyntaxTree tree, CancellationToken cancellation)
    {
        var members = TreeIndex.Of(tree, cancellation).Derived(tree, ConstantMembers, cancellation);
        var mayLeave = TreeIndex.Of(tree, cancellation).Derived(tree, HasCandidates, cancellation) is true;
        var found = new SortedDictionary<TextSpan, ConstantUse>();
        foreach (var other in _sinkTrees.Get(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (other != tree && !mayLeave && !AreReached(members, other, cancellation)) continue;
            // The first use in the order of the files names the finding.
            foreach (var use in From(other, cancellation))
                if (use.Literal.SyntaxTree == tree && !found.ContainsKey(use.Literal.Span)) found.Add(use.Literal.Span, use);
        }
        return found.Values.ToImmutableArray();
    }

    // By spelling first, then by what the declarations around a name tell: half of all classes have a Name, and a tree of sinks asks for somebody's.
    private bool AreReached(IReadOnlyList<(string Name, SyntaxNode Declaration)> members, SyntaxTree other, CancellationToken cancellation)
    {
        var index = TreeIndex.Of(other, cancellation);
        if (!members.Any(member => index.Mentions(member.Name))) return false;
        var (reached, root) = (index.Derived(other, table.ReachedNames, cancellation), other.GetRoot(cancellation));
        foreach (var (name, declaration) in members)
            if (reached.Contains(name) && code.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is { } symbol
                && index.NodesOf(name, root).Any(node => node is SimpleNameSyntax && code.MayMean(node, symbol, cancellation))) return true;
        return false;
    }

    /// <summary>The constants that the sinks of a tree take, wherever they are written.</summary>
    private ImmutableArray<ConstantUse> From(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_usesFrom.TryGetValue(tree, out var known)) return known;
        var found = ImmutableArray.CreateBuilder<ConstantUse>();
        var trace = new LiteralTrace(code, references, cancellation);
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes().Where(table.MayTake))
        {
            cancellation.ThrowIfCancellationRequested();
            if (code.BodyAround(node, cancellation)?.At(node) is not { } operation) continue;
            foreach (var (value, sink, taker) in table.Sinks.Find(operation))
                foreach (var literal in trace.Of(value)) found.Add(new ConstantUse(literal, sink, taker));
        }
        return _usesFrom.GetOrAdd(tree, found.ToImmutable());
    }

    /// <summary>By spelling: the fields and properties of a document that never change and may hold a constant, which another file may take.</summary>
    private static IReadOnlyList<(string Name, SyntaxNode Declaration)> FindConstantMembers(SyntaxNode root)
    {
        var members = new List<(string, SyntaxNode)>();
        foreach (var node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or FieldDeclarationSyntax or VariableDeclarationSyntax))
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: { } value, Parent.Parent: FieldDeclarationSyntax field } name when IsFixed(field) && MayBeConstant(value): members.Add((name.Identifier.ValueText, name)); break;
                case PropertyDeclarationSyntax { Initializer: { } value } name when !IsSettable(name) && MayBeConstant(value): members.Add((name.Identifier.ValueText, name)); break;
                case PropertyDeclarationSyntax { ExpressionBody: { } value } name when MayBeConstant(value): members.Add((name.Identifier.ValueText, name)); break;
            }
        return members;
    }

    private static bool IsFixed(FieldDeclarationSyntax field) => field.Modifiers.Any(SyntaxKind.ConstKeyword) || field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);

    private static bool IsSettable(PropertyDeclarationSyntax property) => property.AccessorList?.Accessors.Any(accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) == true;

    // A text, an array of bytes, or the name of another constant.
    private static bool MayBeConstant(SyntaxNode value) => value.DescendantNodes().Any(node => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText.Length > 0 && literal.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression,
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax or CollectionExpressionSyntax => true,
        _ => node.Parent == value && node is IdentifierNameSyntax or MemberAccessExpressionSyntax,
    });
}
