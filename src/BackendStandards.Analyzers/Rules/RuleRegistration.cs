using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>What a rule may listen to in one compilation. No compilation-end action: its diagnostics would not be live in an IDE.</summary>
internal sealed class RuleRegistration(CompilationStartAnalysisContext start, ImmutableArray<DiagnosticDescriptor> rules)
{
    /// <summary>The compilation under analysis.</summary>
    public Compilation Compilation => start.Compilation;

    /// <summary>The options of the compilation and of each tree.</summary>
    public AnalyzerOptions Options => start.Options;

    /// <summary>Cancelled when the driver gives the compilation up.</summary>
    public CancellationToken Cancellation => start.CancellationToken;

    /// <summary>Calls the rule for each operation of the given kinds.</summary>
    public void OnOperation(Action<OperationAnalysisContext> rule, params OperationKind[] kinds) =>
        start.RegisterOperationAction(context => Run(rule, context, context.Operation.Syntax, static (syntax, _) => syntax), kinds);

    /// <summary>Calls the rule for each symbol of the given kinds.</summary>
    public void OnSymbol(Action<SymbolAnalysisContext> rule, params SymbolKind[] kinds) =>
        start.RegisterSymbolAction(context => Run(rule, context, context.Symbol, static (symbol, token) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token)), kinds);

    /// <summary>Calls the rule for each syntax node of the given kinds.</summary>
    public void OnSyntax(Action<SyntaxNodeAnalysisContext> rule, params SyntaxKind[] kinds) =>
        start.RegisterSyntaxNodeAction(context => Run(rule, context, context.Node, static (node, _) => node), kinds);

    /// <summary>Calls the rule once a document that can be bound.</summary>
    public void OnDocument(Action<SemanticModelAnalysisContext> rule) =>
        start.RegisterSemanticModelAction(context => Run(rule, context, context.SemanticModel.SyntaxTree, static (tree, token) => tree.GetRoot(token)));

    /// <summary>Calls the rule once a document, without binding it.</summary>
    public void OnTree(Action<SyntaxTreeAnalysisContext> rule) =>
        start.RegisterSyntaxTreeAction(context => Run(rule, context, context.Tree, static (tree, token) => tree.GetRoot(token)));

    /// <summary>Calls the rule once a file that is no source, such as a settings file.</summary>
    public void OnAdditionalFile(Action<AdditionalFileAnalysisContext> rule) => start.RegisterAdditionalFileAction(context =>
    {
        try
        {
            rule(context);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RuleException))
        {
            throw new RuleException(Ids, context.AdditionalFile.Path, e);
        }
    });

    /// <summary>The same for some of the rules: an exception of one of them names these.</summary>
    public RuleRegistration For(ImmutableArray<DiagnosticDescriptor> some) => new(start, some);

    private string Ids => string.Join(", ", rules.Select(rule => rule.Id));

    private void Run<TContext, TSubject>(Action<TContext> rule, TContext context, TSubject subject, Func<TSubject, CancellationToken, SyntaxNode?> place)
    {
        try
        {
            rule(context);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RuleException))
        {
            throw new RuleException(Ids, Describe(place(subject, CancellationToken.None)), e);
        }
    }

    private static string Describe(SyntaxNode? node)
    {
        if (node is null) return "an unknown place";
        var span = node.GetLocation().GetLineSpan();
        return $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})";
    }
}
