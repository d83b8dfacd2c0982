using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>
/// BST1020: 201 with the address of the new thing: of the action that answers GET for one where there is such an action, else below the collection's route. One by one:
/// clients that test for 200 have to follow.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CreationAnsweredOkFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Answer 201 Created", "BST1020.Created", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.CreationAnsweredOk.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } answer) return null;
        // A bare value says its type in the signature, which would have to change with it.
        if (answer is not InvocationExpressionSyntax { Expression: var called, ArgumentList.Arguments: { Count: 1 } arguments } call || arguments[0].Expression is not IdentifierNameSyntax value || model.GetTypeInfo(value, cancellation).Type is not { } type) return null;
        if (KeyOf(type) is not { } key || call.FirstAncestorOrSelf<SyntaxNode>(static up => up is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) is not { } function) return null;
        if (Text(finding, called, value.Identifier.Text, key) is not { } text) return null;
        // What names Ok<Order> in the signature answers Created<Order> then.
        var names = ReturnTypeOf(function)?.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Where(static name => name.Identifier.ValueText == "Ok") ?? [];
        var changed = function.ReplaceNodes(names.Cast<SyntaxNode>().Append(call), (before, after) => before is GenericNameSyntax name
            ? ((GenericNameSyntax)after).WithIdentifier(SyntaxFactory.Identifier("Created").WithTriviaFrom(name.Identifier)) : SyntaxFactory.ParseExpression(text).WithTriviaFrom(before));
        return await CheckedEdit.ReplaceAsync(document, function, changed, [], cancellation).ConfigureAwait(false);
    }

    private static string? Text(Diagnostic finding, ExpressionSyntax called, string value, string key)
    {
        if (finding.Properties.TryGetValue(CreationAnsweredOk.GetAction, out var action) && called is IdentifierNameSyntax && finding.Properties.TryGetValue(CreationAnsweredOk.GetParameter, out var parameter))
            return $"CreatedAtAction(nameof({action}), new {{ {parameter} = {value}.{key} }}, {value})";
        if (!finding.Properties.TryGetValue(CreationAnsweredOk.Route, out var route)) return null;
        var before = called is MemberAccessExpressionSyntax access ? access.Expression + "." : "";
        return $"{before}Created($\"{route}/{{{value}.{key}}}\", {value})";
    }

    private static string? KeyOf(ITypeSymbol type)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
            if (at.GetMembers("Id").OfType<IPropertySymbol>().FirstOrDefault(static property => property is { DeclaredAccessibility: Accessibility.Public, GetMethod: not null }) is { } id)
                return Symbols.WithoutNullable(id.Type) is { SpecialType: SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 } or { Name: "Guid" } ? id.Name : null;
        return null;
    }

    private static TypeSyntax? ReturnTypeOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax local => local.ReturnType,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ReturnType,
        _ => null,
    };
}
