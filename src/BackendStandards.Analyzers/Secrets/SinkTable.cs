using System.Collections.Immutable;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Rows of sinks, and how a file tells by its spelling that it may hold one. Static data: the questions to <see cref="TreeIndex"/> are its own for good.</summary>
internal sealed class SinkTable
{
    public const string Constructor = ".ctor";

    /// <summary>In the place of a parameter: what is assigned to a property.</summary>
    public const string Value = "value";

    /// <summary>In the place of a type: any that is not declared in the sources.</summary>
    public const string AnyLibrary = "*";

    private readonly bool _readsTexts;
    private readonly ImmutableHashSet<string> _types;
    private readonly ImmutableHashSet<string> _members;
    private readonly ImmutableHashSet<string> _libraryMembers;

    public SinkTable(ImmutableArray<ConstantSink> rows, bool readsTexts, params string[] furtherTypes)
    {
        Rows = rows;
        Sinks = new BoundSinks(this);
        _readsTexts = readsTexts;
        _types = rows.Where(row => row.Type != AnyLibrary).Select(row => row.Type.Split('`')[0]).Select(type => type.Substring(type.LastIndexOf('.') + 1)).Concat(furtherTypes).ToImmutableHashSet(StringComparer.Ordinal);
        _members = rows.Select(row => row.Member).Where(member => member != Constructor).ToImmutableHashSet(StringComparer.Ordinal);
        _libraryMembers = rows.Where(row => row.Type == AnyLibrary).Select(row => row.Member).ToImmutableHashSet(StringComparer.Ordinal);
        ReachedNames = SinkNames.Question(this);
        MayHoldSink = (index, root) => _types.Any(index.Mentions) || (_libraryMembers.Any(index.Mentions) && root.DescendantNodes().Any(IsLibraryMember)) || (_readsTexts && Literals.Of(root).Texts.Any(AsksForPassword));
    }

    /// <summary>The rows among bound operations.</summary>
    public BoundSinks Sinks { get; }

    /// <summary>All rows.</summary>
    public ImmutableArray<ConstantSink> Rows { get; }

    /// <summary>A question to the index of a tree: whether it names what takes keys or credentials.</summary>
    public Func<TreeIndex, SyntaxNode, object> MayHoldSink { get; }

    /// <summary>A question to the index of a tree: the names from which its sinks may take a value.</summary>
    public Func<TreeIndex, SyntaxNode, HashSet<string>> ReachedNames { get; }

    /// <summary>By spelling: whether a node may hand a value to a sink.</summary>
    public bool MayTake(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation => _types.Contains(NameOf(creation.Type)),
        // Its type may be declared anywhere.
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } => true,
        InvocationExpressionSyntax call => _members.Contains(NameOf(call.Expression)),
        AssignmentExpressionSyntax assignment => _members.Contains(NameOf(assignment.Left)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => _readsTexts && LastOf(sum.Left) is { } text && AsksForPassword(text),
        InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax around } hole => _readsTexts && around.Contents.IndexOf(hole) is var at and > 0
            && around.Contents[at - 1] is InterpolatedStringTextSyntax before && AsksForPassword(before.TextToken),
        _ => false,
    };

    /// <summary>Whether a text ends where a connection string's password begins: <c>…;Password=</c>, alone or within a connection string.</summary>
    private static bool AsksForPassword(SyntaxToken token)
    {
        if (token.Kind() is not (SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken)) return false;
        var text = token.ValueText;
        if (text.Length < 4 || text[text.Length - 1] is not ('=' or '\'')) return false;
        text = text.TrimEnd('\'').TrimEnd();
        foreach (var ending in ConnectionText.PasswordKeys)
            if (text.EndsWith(ending + "=", StringComparison.OrdinalIgnoreCase) && (text.Length == ending.Length + 1 || text[text.Length - ending.Length - 2] is ';' or ' ' or ',')) return true;
        return false;
    }

    private static SyntaxToken? LastOf(ExpressionSyntax left)
    {
        while (left is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            left = left is ParenthesizedExpressionSyntax inner ? inner.Expression : ((BinaryExpressionSyntax)left).Right;
        return left is LiteralExpressionSyntax literal ? literal.Token : null;
    }

    private bool IsLibraryMember(SyntaxNode node) => node is AssignmentExpressionSyntax assignment && _libraryMembers.Contains(NameOf(assignment.Left));

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
