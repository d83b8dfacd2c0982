using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Fixes BST2090: calls UseApiEnvelope right after the application is built, where that happens in the same function.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EnvelopeNotInPipelineFix : CodeFixProvider
{
    private const string Title = "Call UseApiEnvelope()";
    private const string Key = "BST2090.Use";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.EnvelopeNotInPipeline.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var statement = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<StatementSyntax>();
            if (statement is null || Built(statement, model, context.CancellationToken) is not var (declaration, name)) continue;
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Insert(root, declaration, name))), Key), diagnostic);
        }
    }

    private static (StatementSyntax Declaration, string Name)? Built(StatementSyntax statement, SemanticModel model, CancellationToken cancellation)
    {
        IEnumerable<StatementSyntax> following = statement.Parent switch
        {
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement),
            BlockSyntax block => block.Statements,
            _ => [],
        };
        foreach (var declaration in following.OfType<LocalDeclarationStatementSyntax>().Where(declaration => declaration.SpanStart > statement.SpanStart))
            if (declaration.Declaration.Variables is { Count: 1 } variables && variables[0] is { Initializer.Value: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build" } } } variable
                && model.GetDeclaredSymbol(variable, cancellation) is ILocalSymbol { Type.Name: "WebApplication" })
                return (declaration, variable.Identifier.ValueText);
        return null;
    }

    private static SyntaxNode Insert(SyntaxNode root, StatementSyntax declaration, string name)
    {
        var line = declaration.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? declaration.GetTrailingTrivia().Last(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) : SyntaxFactory.ElasticLineFeed;
        var indent = declaration.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var call = SyntaxFactory.ParseStatement($"{name}.UseApiEnvelope();").WithLeadingTrivia(indent.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indent) : default).WithTrailingTrivia(line);
        return declaration.Parent is GlobalStatementSyntax global
            ? root.InsertNodesAfter(global, [SyntaxFactory.GlobalStatement(call)])
            : root.InsertNodesAfter(declaration, [call]);
    }
}
