using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3055: takes the origins from configuration. One by one, as somebody has to write them there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PermissiveCorsFix : CodeFixProvider
{
    private const LanguageVersion CollectionExpressions = (LanguageVersion)1200;
    private static readonly SingleEdit Fix = new("Take the origins from configuration", "BST3055.Origins", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.PermissiveCors.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || ConfigurationInScope.Find(node, model) is not { } configuration) return null;
        // Without a value nobody is let in, which shows at once.
        var none = call.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= CollectionExpressions } ? "[]" : "new string[0]";
        var origins = SyntaxFactory.ParseArgumentList($"({configuration}.GetSection(\"Cors:Origins\").Get<string[]>() ?? {none})").WithTriviaFrom(call.ArgumentList);
        var changed = call.WithExpression(access.WithName(SyntaxFactory.IdentifierName("WithOrigins").WithTriviaFrom(name))).WithArgumentList(origins);
        return await CheckedEdit.ReplaceAsync(document, call, changed, ["Microsoft.Extensions.Configuration"], cancellation).ConfigureAwait(false);
    }
}
