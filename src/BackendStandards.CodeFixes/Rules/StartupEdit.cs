using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules;

/// <summary>Adds statements to start-up code of the form <c>var app = builder.Build();</c>: registrations before that line, middleware after it.</summary>
internal sealed class StartupEdit
{
    private readonly SemanticModel _model;
    private readonly SyntaxNode _root;
    private readonly SyntaxNode _build;

    private StartupEdit(SyntaxNode root, SemanticModel model, SyntaxNode build, string builder, string app) =>
        (_root, _model, _build, Builder, App) = (root, model, build, builder, app);

    /// <summary>The variable that holds the builder.</summary>
    public string Builder { get; }

    /// <summary>The variable that holds the application.</summary>
    public string App { get; }

    /// <summary>Where a document has that line once; null elsewhere.</summary>
    public static StartupEdit? In(SyntaxNode root, SemanticModel model, CancellationToken cancellation)
    {
        StartupEdit? found = null;
        foreach (var call in TreeIndex.Of(root.SyntaxTree, cancellation).CallsOf("Build", root))
        {
            if (call is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax builder }, Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax line } app } }
                || model.GetTypeInfo(builder, cancellation).Type?.Name != "WebApplicationBuilder" || model.GetTypeInfo(call, cancellation).Type?.Name != "WebApplication") continue;
            SyntaxNode place = line.Parent is GlobalStatementSyntax global ? global : line;
            if (found is not null || place.Parent is not (BlockSyntax or CompilationUnitSyntax)) return null;
            found = new StartupEdit(root, model, place, builder.Identifier.Text, app.Identifier.Text);
        }
        return found;
    }

    /// <summary>Whether a name is written anywhere in the compilation.</summary>
    public bool Mentions(string name, CancellationToken cancellation) =>
        _model.Compilation.SyntaxTrees.Any(tree => !AspNet.IsEnvelope(tree) && TreeIndex.Of(tree, cancellation).Mentions(name));

    /// <summary>The root with a middleware behind the last of those with a name that are used in statements of their own, else as the first of the pipeline; registrations before the line.</summary>
    public SyntaxNode AddAfter(string[] names, string? registration, string middleware)
    {
        var last = Siblings(_build).LastOrDefault(statement => (statement is GlobalStatementSyntax top ? top.Statement : statement) is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax app, Name.Identifier.ValueText: var name } } }
            && app.Identifier.Text == App && names.Contains(name));
        if (last is null) return Add(registration, middleware);
        var end = SyntaxFactory.EndOfLine(LineBreaks.Of(_root).ToString());
        var root = _root.TrackNodes(_build, last);
        root = root.InsertNodesAfter(root.GetCurrentNode(last)!, [Statement(middleware, last, [], end)]);
        return registration is not null && root.GetCurrentNode(_build) is { } build && Previous(build) is { } previous ? root.InsertNodesAfter(previous, [Statement(registration, build, [], end)]) : root;
    }

    /// <summary>The root with registrations before the line, and middleware as the first of the pipeline.</summary>
    public SyntaxNode Add(string? registration, string? middleware)
    {
        var root = _root.TrackNodes(_build);
        var end = SyntaxFactory.EndOfLine(LineBreaks.Of(_root).ToString());
        if (middleware is not null)
        {
            var build = root.GetCurrentNode(_build)!;
            if (Next(build) is { } next)
            {
                var (moved, kept) = Split(next.GetLeadingTrivia());
                var statement = Statement(middleware, build, moved, end);
                root = root.ReplaceNode(next, [statement, next.WithLeadingTrivia(kept)]);
            }
            else root = root.InsertNodesAfter(build, [Statement(middleware, build, [], end)]);
        }
        if (registration is not null)
        {
            var build = root.GetCurrentNode(_build)!;
            if (Previous(build) is { } previous) root = root.InsertNodesAfter(previous, [Statement(registration, build, [], end)]);
        }
        return root;
    }

    // Blank lines stand before what comes first now; a comment stays with its statement.
    private static (SyntaxTriviaList Moved, SyntaxTriviaList Kept) Split(SyntaxTriviaList leading)
    {
        var blank = leading.TakeWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
        return (SyntaxFactory.TriviaList(blank), SyntaxFactory.TriviaList(leading.Skip(blank.Count)));
    }

    private static SyntaxNode Statement(string text, SyntaxNode like, SyntaxTriviaList before, SyntaxTrivia end)
    {
        var indent = like.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var lines = text.Replace("\n", end.ToString() + indent.ToString());
        var statement = SyntaxFactory.ParseStatement(lines).WithLeadingTrivia(before.Add(SyntaxFactory.Whitespace(indent.ToString()))).WithTrailingTrivia(end);
        return like is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(statement) : statement;
    }

    private static SyntaxNode? Next(SyntaxNode statement) => Siblings(statement).SkipWhile(other => other != statement).Skip(1).FirstOrDefault();

    private static SyntaxNode? Previous(SyntaxNode statement) => Siblings(statement).TakeWhile(other => other != statement).LastOrDefault();

    private static IEnumerable<SyntaxNode> Siblings(SyntaxNode statement) => statement.Parent!.ChildNodes().Where(node => node is GlobalStatementSyntax or StatementSyntax);
}
