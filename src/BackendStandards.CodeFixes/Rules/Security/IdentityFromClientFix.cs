using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3071: the identifier in the claims of who is signed in, for the one that the request says. A draft: which claim holds it, a person knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class IdentityFromClientFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Take it from the signed-in user", "BST3071.Claims", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.IdentityFromClient.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (!finding.Properties.ContainsKey(IdentityFromClient.IsUser) || node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } value || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        // Request.Headers["X-User-Id"].ToString() as a whole
        if (value is ElementAccessExpressionSyntax && value.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "FirstOrDefault" or "First", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call }) value = call;
        var type = model.GetTypeInfo(value, cancellation).Type;
        if (type is null || type.Name == "StringValues") type = model.Compilation.GetSpecialType(SpecialType.System_String);
        return await CallerEdit.ReplaceAsync(document, model, value, type, cancellation).ConfigureAwait(false);
    }
}
