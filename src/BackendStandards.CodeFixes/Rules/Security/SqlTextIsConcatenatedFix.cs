using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using BackendStandards.CodeFixes.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3020 and BST3021: sends the values beside the text, in the way of the library at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SqlTextIsConcatenatedFix : CodeFixProvider, IStepwiseFix
{
    private const string Key = "BST3020.Parameters";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleCatalog.SqlTextIsConcatenated.Id, RuleCatalog.RequestDataReachesSql.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new StepwiseFixAll(this);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var finding in context.Diagnostics)
        {
            if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) continue;
            var node = root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true);
            if (await PlanAsync(context.Document, node, context.CancellationToken).ConfigureAwait(false) is not { } plan) continue;
            context.RegisterCodeFix(CodeAction.Create(plan.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(plan.Apply())), plan.IsCertain ? Key : Key + ".One"), finding);
        }
    }

    /// <inheritdoc/>
    async Task<Document?> IStepwiseFix.ApplyAsync(Document document, SyntaxNode node, CancellationToken cancellation) =>
        await PlanAsync(document, node, cancellation).ConfigureAwait(false) is { IsCertain: true } plan ? document.WithSyntaxRoot(plan.Apply()) : null;

    private static async Task<SqlFixPlan?> PlanAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax sink || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        if (TextPlace.Find(sink, model, cancellation) is not { } place) return null;
        var flow = new FlowModel(new CodeBase(model.Compilation), new LibraryModel());
        var context = new SqlFixContext(sink, place, await node.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false), model, flow, cancellation);
        return EfCoreFix.Plan(context) ?? DapperFix.Plan(context) ?? AdoNetFix.Plan(context);
    }
}
