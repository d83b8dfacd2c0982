using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Index;

/// <summary>
/// Where each identifier stands in one syntax tree. Spelling decides before anything is bound. It is the only thing that outlives a compilation:
/// trees are immutable, so an entry never goes stale, and an edit re-indexes one file.
/// </summary>
internal sealed class TreeIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeIndex> Cache = new();
    // No identifier holds a space.
    private const string CreationPrefix = "new ";

    /// <summary>The key of <c>: this(…)</c> and <c>: base(…)</c>.</summary>
    internal const string Initializers = " (";

    private static readonly Func<TreeIndex, SyntaxNode, Dictionary<string, List<SyntaxNode>>> InitializersByType = ByType;

    private readonly WordTable _words;
    private readonly NameFilter _filter;
    // Few, and asked for at every tree of each compilation: a dictionary of delegates spends longer on their hashes.
    private volatile (object Question, object Answer)[] _derived = [];

    private TreeIndex(SyntaxTree tree, CancellationToken cancellation)
    {
        var words = new WordTable.Builder();
        _words = IdentifierScanner.TryScan(tree.GetText(cancellation), CreationPrefix, words, cancellation) ? words.Build() : FromTokens(tree.GetRoot(cancellation), cancellation);
        _filter = new([.. _words.Hashes]);
    }

    /// <summary>By the tokens of the tree: for text that a plain scan would misread.</summary>
    private static WordTable FromTokens(SyntaxNode root, CancellationToken cancellation)
    {
        var words = new WordTable.Builder();
        // One pass over the tokens: no recursion, so depth costs nothing; text behind an inactive #if is not seen.
        foreach (var token in root.DescendantTokens())
        {
            if ((token.IsKind(SyntaxKind.IdentifierToken) ? token.ValueText : CreationKey(token)) is not { } key) continue;
            cancellation.ThrowIfCancellationRequested();
            words.Add(key, token.SpanStart);
        }
        return words.Build();
    }

    /// <summary>The index of a tree, made at the first question.</summary>
    public static TreeIndex Of(SyntaxTree tree, CancellationToken cancellation) =>
        Cache.TryGetValue(tree, out var known) ? known : Cache.GetValue(tree, missing => new TreeIndex(missing, cancellation));

    /// <summary>The hashes of the identifiers, see <see cref="NameFilter.HashOf(string)"/>.</summary>
    public IEnumerable<int> Hashes => _words.Hashes;

    /// <summary>Whether the identifier stands anywhere in the tree.</summary>
    public bool Mentions(string identifier) => Mentions(identifier, NameFilter.HashOf(identifier));

    /// <summary>The same where a thousand trees are asked for one identifier: its hash is made once.</summary>
    public bool Mentions(string identifier, int hash) => _filter.MayHold(hash) && _words.Holds(identifier, hash);

    /// <summary>Where the identifier stands, in the order of the text.</summary>
    public IReadOnlyList<int> PositionsOf(string identifier) => _words.PositionsOf(identifier);

    /// <summary>
    /// The answer to a question about the spelling of the tree, kept with the index: an edit of another file does not ask again.
    /// The question must depend on nothing but the tree, and be one delegate for good: a static method or lambda.
    /// </summary>
    public T Derived<T>(SyntaxTree tree, Func<TreeIndex, SyntaxNode, T> question, CancellationToken cancellation)
        where T : class
    {
        foreach (var (asked, answer) in _derived)
            if (ReferenceEquals(asked, question)) return (T)answer;
        var found = question(this, tree.GetRoot(cancellation));
        // Two threads at once compute the same; what one of them loses is computed again.
        var more = _derived;
        Array.Resize(ref more, more.Length + 1);
        more[more.Length - 1] = (question, found);
        _derived = more;
        return found;
    }

    /// <summary>The nodes that an identifier is the name in, in the order of the text: positions may be those of words in comments and strings too.</summary>
    public IEnumerable<SyntaxNode> NodesOf(string identifier, SyntaxNode root) => NodesAt(identifier, PositionsOf(identifier), root);

    /// <summary>The calls whose method is written with this name: <c>x.Name(…)</c>, <c>x?.Name(…)</c>, <c>Name(…)</c>, <c>Name&lt;T&gt;(…)</c>.</summary>
    public IEnumerable<InvocationExpressionSyntax> CallsOf(string name, SyntaxNode root)
    {
        foreach (var node in NodesOf(name, root))
            if (node is SimpleNameSyntax written && CalledBy(written) is { } call)
                yield return call;
    }

    /// <summary>The names under which a tree that calls a constructor of a type has it.</summary>
    public static IReadOnlyList<string> CreationNames(string type) => [type, CreationPrefix + type, CreationPrefix, Initializers];

    /// <summary>
    /// Where a constructor of a type is called without the type's name: <c>new(…)</c>, <c>: this(…)</c>, <c>: base(…)</c>. The first under the name
    /// that the declaration around it gives, so that one bucket need not hold those of the whole compilation; where none stands there, under no name.
    /// </summary>
    public IEnumerable<SyntaxNode> CreationsOf(string type, SyntaxTree tree, CancellationToken cancellation)
    {
        var (named, unnamed) = (PositionsOf(CreationPrefix + type), PositionsOf(CreationPrefix));
        var initializers = Mentions(Initializers) && Derived(tree, InitializersByType, cancellation).TryGetValue(type, out var found) ? found : [];
        return named.Count + unnamed.Count == 0 ? initializers : NodesAt("", named.Concat(unnamed), tree.GetRoot(cancellation)).Concat(initializers);
    }

    private static Dictionary<string, List<SyntaxNode>> ByType(TreeIndex index, SyntaxNode root)
    {
        var byType = new Dictionary<string, List<SyntaxNode>>(StringComparer.Ordinal);
        foreach (var node in NodesAt("", index.PositionsOf(Initializers), root))
            if (node is ConstructorInitializerSyntax { Parent.Parent: TypeDeclarationSyntax type } initializer)
            {
                var name = initializer.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) ? type.Identifier.ValueText : type.BaseList is { Types: { Count: > 0 } bases } ? NameOf(bases[0].Type) : "";
                if (!byType.TryGetValue(name, out var list)) byType.Add(name, list = new(1));
                list.Add(initializer);
            }
        return byType;
    }

    /// <summary>The name by which a call is written.</summary>
    public static SyntaxNode NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var name => name,
    };

    private static IEnumerable<SyntaxNode> NodesAt(string identifier, IEnumerable<int> positions, SyntaxNode root)
    {
        foreach (var position in positions)
            if (root.FindToken(position) is { Parent: { } node } token && (token.SpanStart == position || (token.Span.Contains(position) && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == identifier)))
                yield return node;
    }

    private static string? CreationKey(SyntaxToken token) => (token.Kind(), token.Parent) switch
    {
        (SyntaxKind.NewKeyword, ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation) => CreationPrefix + DeclaredType(creation),
        (SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword, ConstructorInitializerSyntax) => Initializers,
        _ => null,
    };

    private static string DeclaredType(ImplicitObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => NameOf(declaration.Type),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => NameOf(property.Type),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => NameOf(property.Type),
        _ => "",
    };

    private static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => "",
    };

    private static InvocationExpressionSyntax? CalledBy(SimpleNameSyntax name)
    {
        ExpressionSyntax expression = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return expression.Parent is InvocationExpressionSyntax call && call.Expression == expression ? call : null;
    }
}
