using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Fixes BST3057: draws the value with <c>RandomNumberGenerator</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PredictableSecretFix : CodeFixProvider
{
    private const string Key = "BST3057.RandomNumberGenerator";
    private static readonly string[] Namespaces = ["System.Security.Cryptography"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.PredictableSecret.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create((document, node, _, _, cancellation) => EditAsync(document, node, cancellation));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
            if (await EditAsync(context.Document, SequentialFixAll.NodeAt(root, diagnostic), context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create("Draw it with RandomNumberGenerator", _ => Task.FromResult(changed), Key), diagnostic);
    }

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, CancellationToken cancellation) =>
        node is InvocationExpressionSyntax call && Replacement(call) is var (old, text)
            ? await CheckedEdit.ReplaceAsync(document, old, SyntaxFactory.ParseExpression(text), Namespaces, cancellation).ConfigureAwait(false)
            : null;

    private static (ExpressionSyntax Old, string Text)? Replacement(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method }) return null;
        return method switch
        {
            "Next" when call.ArgumentList.Arguments.Count is 1 or 2 => (call, $"RandomNumberGenerator.GetInt32{call.ArgumentList}"),
            "NextBytes" when call.ArgumentList.Arguments.Count == 1 => (call, $"RandomNumberGenerator.Fill{call.ArgumentList}"),
            "NewGuid" when call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax whole, Name.Identifier.ValueText: "ToString" } => (whole, "Convert.ToHexString(RandomNumberGenerator.GetBytes(32))"),
            "NewGuid" when call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } whole, Name.Identifier.ValueText: "ToByteArray" } => (whole, "RandomNumberGenerator.GetBytes(32)"),
            _ => null,
        };
    }
}
