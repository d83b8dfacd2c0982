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
/// The constants that reach a key, told by where the constant is written, since that is where a finding belongs. Found from the sinks, in the few files that name a
/// cryptographic type: for one document those are itself, and the files that mention a constant member of it. Safe to ask from several threads.
/// </summary>
internal sealed class HardcodedKeys(CodeBase code)
{
    private readonly KeySinks _sinks = new(code.Compilation);
    private static readonly Func<TreeIndex, SyntaxNode, object> NamesKeyType = static (index, _) => KeySinks.TypeNames.Any(index.Mentions);
    private static readonly Func<TreeIndex, SyntaxNode, IReadOnlyCollection<string>> ConstantMembers = static (_, root) => FindConstantMembers(root);

    private readonly Fact<ImmutableArray<SyntaxTree>> _keyTrees = new(cancellation => code.Compilation.SyntaxTrees
        .Where(tree => TreeIndex.Of(tree, cancellation).Derived(tree, NamesKeyType, cancellation) is true).ToImmutableArray());

    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<KeyUse>> _usesFrom = new();
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<KeyUse>> _usesIn = new();

    /// <summary>The constants of a tree that are used as a key, each once, in the order of the text.</summary>
    public ImmutableArray<KeyUse> In(SyntaxTree tree, CancellationToken cancellation) =>
        _usesIn.TryGetValue(tree, out var known) ? known : _usesIn.GetOrAdd(tree, Find(tree, cancellation));

    /// <summary>Whether a constant is used as a key.</summary>
    public bool Include(SyntaxNode constant, CancellationToken cancellation) => In(constant.SyntaxTree, cancellation).Any(use => use.Literal.Span == constant.Span);

    private ImmutableArray<KeyUse> Find(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_sinks.IsEmpty) return ImmutableArray<KeyUse>.Empty;
        var members = TreeIndex.Of(tree, cancellation).Derived(tree, ConstantMembers, cancellation);
        var found = new SortedDictionary<TextSpan, KeyUse>();
        foreach (var other in _keyTrees.Get(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (other != tree && !members.Any(TreeIndex.Of(other, cancellation).Mentions)) continue;
            // The first use in the order of the files names the finding.
            foreach (var use in From(other, cancellation))
                if (use.Literal.SyntaxTree == tree && !found.ContainsKey(use.Literal.Span)) found.Add(use.Literal.Span, use);
        }
        return found.Values.ToImmutableArray();
    }

    /// <summary>The constants that the sinks of a tree take, wherever they are written.</summary>
    private ImmutableArray<KeyUse> From(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_usesFrom.TryGetValue(tree, out var known)) return known;
        var found = ImmutableArray.CreateBuilder<KeyUse>();
        var origin = new ConstantOrigin(code);
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes().Where(MayTakeKey))
        {
            cancellation.ThrowIfCancellationRequested();
            if (code.BodyAround(node, cancellation)?.At(node) is not { } operation) continue;
            foreach (var (value, sink, taker) in _sinks.Find(operation))
                if (origin.Of(value, cancellation) is { } literal) found.Add(new KeyUse(literal, sink, taker));
        }
        return _usesFrom.GetOrAdd(tree, found.ToImmutable());
    }

    /// <summary>By spelling: the fields and properties of a document that never change and may hold a constant, which another file may take.</summary>
    private static IReadOnlyCollection<string> FindConstantMembers(SyntaxNode root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or FieldDeclarationSyntax or VariableDeclarationSyntax))
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: { } value, Parent.Parent: FieldDeclarationSyntax field } name when IsFixed(field) && MayBeConstant(value): names.Add(name.Identifier.ValueText); break;
                case PropertyDeclarationSyntax { Initializer: { } value } name when !IsSettable(name) && MayBeConstant(value): names.Add(name.Identifier.ValueText); break;
                case PropertyDeclarationSyntax { ExpressionBody: { } value } name when MayBeConstant(value): names.Add(name.Identifier.ValueText); break;
            }
        return names;
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

    private static bool MayTakeKey(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation => KeySinks.TypeNames.Contains(NameOf(creation.Type)),
        // Its type may be declared anywhere.
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } => true,
        InvocationExpressionSyntax call => KeySinks.MemberNames.Contains(NameOf(call.Expression)),
        AssignmentExpressionSyntax assignment => KeySinks.MemberNames.Contains(NameOf(assignment.Left)),
        _ => false,
    };

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
