using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>
/// The constants of a compilation that reach a key. Found from the sinks, in the few files that name a cryptographic type, and told by where the constant is written,
/// since that is where a finding belongs. Safe to ask from several threads.
/// </summary>
internal sealed class HardcodedKeys(CodeBase code)
{
    private readonly object _gate = new();
    private readonly KeySinks _sinks = new(code.Compilation);
    private Dictionary<SyntaxTree, SortedDictionary<TextSpan, KeyUse>>? _uses;

    /// <summary>The constants of a tree that are used as a key, each once, in the order of the text.</summary>
    public IEnumerable<KeyUse> In(SyntaxTree tree, CancellationToken cancellation) => All(cancellation).TryGetValue(tree, out var uses) ? uses.Values : [];

    /// <summary>Whether a constant is used as a key.</summary>
    public bool Include(SyntaxNode constant, CancellationToken cancellation) => All(cancellation).TryGetValue(constant.SyntaxTree, out var uses) && uses.ContainsKey(constant.Span);

    private Dictionary<SyntaxTree, SortedDictionary<TextSpan, KeyUse>> All(CancellationToken cancellation)
    {
        if (_uses is { } known) return known;
        // Kept only when complete: a cancelled search must not be the answer to the next question.
        lock (_gate) return _uses ??= Find(cancellation);
    }

    private Dictionary<SyntaxTree, SortedDictionary<TextSpan, KeyUse>> Find(CancellationToken cancellation)
    {
        var found = new Dictionary<SyntaxTree, SortedDictionary<TextSpan, KeyUse>>();
        if (_sinks.IsEmpty) return found;
        var origin = new ConstantOrigin(code);
        foreach (var tree in code.Compilation.SyntaxTrees)
        {
            var index = TreeIndex.Of(tree, cancellation);
            if (!KeySinks.TypeNames.Any(index.Mentions)) continue;
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes().Where(MayTakeKey))
            {
                cancellation.ThrowIfCancellationRequested();
                if (code.BodyAround(node, cancellation)?.At(node) is not { } operation) continue;
                foreach (var (value, sink, taker) in _sinks.Find(operation))
                    if (origin.Of(value, cancellation) is { } literal)
                        Add(found, new KeyUse(literal, sink, taker));
            }
        }
        return found;
    }

    // The first use in the order of the files names the finding.
    private static void Add(Dictionary<SyntaxTree, SortedDictionary<TextSpan, KeyUse>> found, KeyUse use)
    {
        if (!found.TryGetValue(use.Literal.SyntaxTree, out var uses)) found.Add(use.Literal.SyntaxTree, uses = []);
        if (!uses.ContainsKey(use.Literal.Span)) uses.Add(use.Literal.Span, use);
    }

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
