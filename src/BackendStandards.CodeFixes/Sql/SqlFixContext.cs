using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>A finding, with what every library's fix asks.</summary>
/// <param name="Sink">The expression that the finding stands on.</param>
/// <param name="Place">Where its text is written.</param>
/// <param name="Root">The root of the document.</param>
/// <param name="Model">The model of the document.</param>
/// <param name="Flow">Tells harmless holes.</param>
/// <param name="Cancellation">Cancels the fix.</param>
internal sealed record SqlFixContext(ExpressionSyntax Sink, TextPlace Place, SyntaxNode Root, SemanticModel Model, FlowModel Flow, CancellationToken Cancellation)
{
    /// <summary>The text with the values taken out; null where that is not right.</summary>
    public SqlRewrite? Rewrite(SqlDialect dialect) => SqlRewriter.Rewrite(SqlText.Of(Place.Text, Model, Cancellation), dialect, Model, Flow, Cancellation);

    /// <summary>The symbol of an expression.</summary>
    public ISymbol? SymbolOf(SyntaxNode node) => Model.GetSymbolInfo(node, Cancellation).Symbol;

    /// <summary>Whether a simple name means a type where the sink stands.</summary>
    public bool IsInScope(string type) => !Model.LookupNamespacesAndTypes(Sink.SpanStart, name: type).IsEmpty;
}
