using System.Collections.Concurrent;
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
    private readonly Dictionary<string, int[]> _positions;
    private readonly ConcurrentDictionary<Delegate, object> _derived = new();

    private TreeIndex(SyntaxNode root, CancellationToken cancellation)
    {
        var positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        // One pass over the tokens: no recursion, so depth costs nothing; text behind an inactive #if is not seen.
        foreach (var token in root.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken)) continue;
            cancellation.ThrowIfCancellationRequested();
            if (!positions.TryGetValue(token.ValueText, out var list)) positions.Add(token.ValueText, list = new(1));
            list.Add(token.SpanStart);
        }
        _positions = positions.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The index of a tree, made at the first question.</summary>
    public static TreeIndex Of(SyntaxTree tree, CancellationToken cancellation) =>
        Cache.TryGetValue(tree, out var known) ? known : Cache.GetValue(tree, missing => new TreeIndex(missing.GetRoot(cancellation), cancellation));

    /// <summary>Whether the identifier stands anywhere in the tree.</summary>
    public bool Mentions(string identifier) => _positions.ContainsKey(identifier);

    /// <summary>Where the identifier stands, in the order of the text.</summary>
    public IReadOnlyList<int> PositionsOf(string identifier) => _positions.TryGetValue(identifier, out var positions) ? positions : [];

    /// <summary>
    /// The answer to a question about the spelling of the tree, kept with the index: an edit of another file does not ask again.
    /// The question must depend on nothing but the tree, and be one delegate for good: a static method or lambda.
    /// </summary>
    public T Derived<T>(SyntaxTree tree, Func<TreeIndex, SyntaxNode, T> question, CancellationToken cancellation)
        where T : class
    {
        if (_derived.TryGetValue(question, out var known)) return (T)known;
        return (T)_derived.GetOrAdd(question, question(this, tree.GetRoot(cancellation)));
    }

    /// <summary>The calls whose method is written with this name: <c>x.Name(…)</c>, <c>x?.Name(…)</c>, <c>Name(…)</c>, <c>Name&lt;T&gt;(…)</c>.</summary>
    public IEnumerable<InvocationExpressionSyntax> CallsOf(string name, SyntaxNode root)
    {
        foreach (var position in PositionsOf(name))
            if (root.FindToken(position).Parent is SimpleNameSyntax written && CalledBy(written) is { } call)
                yield return call;
    }

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
