using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>
/// By spelling alone: the names in a tree from which its sinks may take a value, directly or through what the tree itself declares and assigns. Most files that name a
/// sink mention hundreds of names, and hand it two or three; a constant of another file is looked for only where its name is one of these.
/// </summary>
internal sealed class SinkNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly Stack<string> _open = new();
    private readonly TreeIndex _index;
    private readonly SyntaxNode _root;

    private SinkNames(TreeIndex index, SyntaxNode root, SinkTable table)
    {
        (_index, _root) = (index, root);
        foreach (var node in root.DescendantNodes())
            if (table.MayTake(node)) AddAllIn(Whole(node));
        while (_open.Count > 0)
        {
            var name = _open.Pop();
            foreach (var node in index.NodesOf(name, root)) Use(node);
        }
    }

    /// <summary>The names that the sinks of a table may take a value from, as a question to <see cref="TreeIndex.Derived"/>: to be kept by the table.</summary>
    public static Func<TreeIndex, SyntaxNode, HashSet<string>> Question(SinkTable table) => (index, root) => new SinkNames(index, root, table)._names;

    // What is joined before the sink's text ends in it too.
    private static SyntaxNode Whole(SyntaxNode sink) => sink is BinaryExpressionSyntax ? sink.AncestorsAndSelf().TakeWhile(static up => up is ExpressionSyntax).Last() : sink;

    // A name is declared with a value, is given one, or is called with some.
    private void Use(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Initializer: { } value }: AddAllIn(value); break;
            case VariableDeclaratorSyntax: break;
            case ForEachStatementSyntax loop: AddAllIn(loop.Expression); break;
            // out var name, var (name, other) = …, x is { } name
            case SingleVariableDesignationSyntax: AddAllIn(node.Ancestors().FirstOrDefault(static up => up is StatementSyntax and not BlockSyntax or MemberDeclarationSyntax)); break;
            case ParameterSyntax { Parent.Parent: { } function }: AddCalled(function); break;
            case MethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or ConstructorDeclarationSyntax: AddAllIn(node); break;
            case SimpleNameSyntax name: AddGiven(name); break;
        }
    }

    // A parameter is what callers pass; what else the function does with it is no matter.
    private void AddCalled(SyntaxNode function)
    {
        switch (function)
        {
            case MethodDeclarationSyntax method: AddCalls(method.Identifier.ValueText); break;
            case LocalFunctionStatementSyntax local: AddCalls(local.Identifier.ValueText); break;
            case ConstructorDeclarationSyntax constructor: AddCreations(constructor.Identifier.ValueText); break;
            case TypeDeclarationSyntax type: AddCreations(type.Identifier.ValueText); break;
        }
    }

    private bool AddCalls(string name)
    {
        if (!_called.Add(name)) return false;
        foreach (var node in _index.NodesOf(name, _root))
            if (node is SimpleNameSyntax written) AddGiven(written);
        return true;
    }

    // new(…), : this(…) and : base(…) do not say the name.
    private void AddCreations(string type)
    {
        if (!AddCalls(type)) return;
        foreach (var creation in _root.DescendantNodes())
            if (creation is ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax) AddAllIn(creation);
    }

    private void AddGiven(SimpleNameSyntax name)
    {
        SyntaxNode value = name;
        while (value.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or MemberBindingExpressionSyntax or ConditionalAccessExpressionSyntax or QualifiedNameSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax
            || value.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax }) value = value.Parent;
        switch (value.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == value: AddAllIn(assignment.Right); break;
            // M(name), name.Add(…): with what it is given, and what else the call is made on.
            case InvocationExpressionSyntax call: AddAllIn(call); break;
            case ObjectCreationExpressionSyntax creation: AddAllIn(creation); break;
            case ArgumentSyntax { RefKindKeyword.RawKind: not 0, Parent.Parent: { } call }: AddAllIn(call); break;
        }
    }

    private void AddAllIn(SyntaxNode? node)
    {
        foreach (var token in node?.DescendantTokens() ?? [])
            if (token.IsKind(SyntaxKind.IdentifierToken)) Add(token.ValueText);
    }

    private void Add(string name)
    {
        if (_names.Add(name)) _open.Push(name);
    }
}
