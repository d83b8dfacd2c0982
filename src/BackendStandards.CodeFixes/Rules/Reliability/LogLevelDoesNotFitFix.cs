using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Fixes BST6023: writes at the level that fits.</summary>
[ExportCodeFixProvider(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class LogLevelDoesNotFitFix : CodeFixProvider
{
    private const string Key = "BST6023.Level";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.LogLevelDoesNotFit.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create((document, node, finding, _, cancellation) => ApplyAsync(document, node, finding, cancellation));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = SequentialFixAll.NodeAt(root, diagnostic);
            if (await ApplyAsync(context.Document, node, diagnostic, context.CancellationToken).ConfigureAwait(false) is not null)
                context.RegisterCodeFix(CodeAction.Create("Write at the level that fits", async token => await ApplyAsync(context.Document, node, diagnostic, token).ConfigureAwait(false) ?? context.Document, Key), diagnostic);
        }
    }

    private static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || !finding.Properties.TryGetValue(LogLevelDoesNotFit.LevelProperty, out var level) || level is null) return null;
        if (finding.Properties.TryGetValue(LogLevelDoesNotFit.MethodProperty, out var method) && method is not null)
            return node is SimpleNameSyntax and not GenericNameSyntax ? document.WithSyntaxRoot(root.ReplaceNode(node, SyntaxFactory.IdentifierName(method).WithTriviaFrom(node))) : null;
        // Log(LogLevel.Information, …)
        var given = node.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(argument => argument.Expression.ToString() is var type && (type.EndsWith("LogLevel", StringComparison.Ordinal) || type.EndsWith("LogEventLevel", StringComparison.Ordinal)));
        return given is null ? null : document.WithSyntaxRoot(root.ReplaceNode(given, given.WithName(SyntaxFactory.IdentifierName(level))));
    }
}
