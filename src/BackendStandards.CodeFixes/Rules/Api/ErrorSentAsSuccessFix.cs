using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1023: answers 400 with the same body. Offered singly: clients that look at the body alone see another status, and somebody has to say that it is the caller's fault.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ErrorSentAsSuccessFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Answer 400 Bad Request", "BST1023.BadRequest", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleCatalog.ErrorSentAsSuccess.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        // Whose fault an exception is, depends on it.
        if (node is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call || call.FirstAncestorOrSelf<CatchClauseSyntax>() is not null) return null;
        var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression as SimpleNameSyntax;
        // Json of a controller has no twin with a status.
        if (name is not { Identifier.ValueText: "Ok" or "Json" } || (name.Identifier.ValueText == "Json" && call.Expression is not MemberAccessExpressionSyntax)) return null;
        var changed = call.ReplaceNode(name, SyntaxFactory.IdentifierName("BadRequest").WithTriviaFrom(name));
        return await CheckedEdit.ReplaceAsync(document, call, changed, [], cancellation).ConfigureAwait(false);
    }
}
