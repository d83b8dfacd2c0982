using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1021: <c>NoContent()</c> for each empty <c>Ok()</c> of a handler, and in its return type where that names what it answers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EmptySuccessFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Answer 204 No Content", "BST1021.NoContent", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.EmptySuccess.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        // A description that promises 200 is another contract to change: that is for a person.
        if (finding.Properties.ContainsKey(EmptySuccess.IsPromised) || node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } answer) return null;
        if (answer.FirstAncestorOrSelf<SyntaxNode>(up => up is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) is not { } function) return null;
        // Answers of one function share its return type, so they change together; those of functions inside have their own.
        var answers = function.DescendantNodes(child => child == function || child is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<SimpleNameSyntax>().Where(IsEmptyOk);
        var names = answers.Concat(ReturnTypeOf(function)?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == "Ok") ?? []);
        var changed = function.ReplaceNodes(names, (before, after) => after.WithIdentifier(
            SyntaxFactory.Identifier(before.Identifier.ValueText == "OkResult" ? "NoContentResult" : "NoContent").WithTriviaFrom(before.Identifier)));
        return await CheckedEdit.ReplaceAsync(document, function, changed, [], cancellation).ConfigureAwait(false);
    }

    private static bool IsEmptyOk(SimpleNameSyntax name) => name.Identifier.ValueText switch
    {
        "Ok" => (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent) is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 },
        "OkResult" => name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>()?.Type.Span.Contains(name.Span) == true,
        _ => false,
    };

    private static TypeSyntax? ReturnTypeOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax local => local.ReturnType,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ReturnType,
        _ => null,
    };
}
