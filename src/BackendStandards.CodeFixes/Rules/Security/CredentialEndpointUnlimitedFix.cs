using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3031: asks for a rate limiting policy that the application has. Where it has none, or does not use the limiter, there is nothing to ask for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CredentialEndpointUnlimitedFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Limit how often it can be called", "BST3031.Limit", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.CredentialEndpointUnlimited.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (!finding.Properties.TryGetValue(CredentialEndpointUnlimited.Policy, out var policy) || policy is null) return null;
        var text = SymbolDisplay.FormatLiteral(policy, quote: true);
        if (node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } })
            return await CheckedEdit.ReplaceAsync(document, call, SyntaxFactory.ParseExpression($"{call.WithoutTrivia()}.RequireRateLimiting({text})"), [], cancellation).ConfigureAwait(false);
        return node is MethodDeclarationSyntax { AttributeLists.Count: > 0 } action
            ? await CheckedEdit.ReplaceAsync(document, action, Attributes.Add(action, $"EnableRateLimiting({text})"), ["Microsoft.AspNetCore.RateLimiting"], cancellation).ConfigureAwait(false) : null;
    }
}
