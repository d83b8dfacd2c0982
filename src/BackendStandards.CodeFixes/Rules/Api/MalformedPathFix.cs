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

/// <summary>BST1013: takes stray slashes out of a path, and gives an identifier the name that it has elsewhere, in the route and in its handler.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MalformedPathFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Mend the path", "BST1013.Path", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.MalformedPath.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not LiteralExpressionSyntax literal || !finding.Properties.TryGetValue(ApiPaths.NewRoute, out var route) || route is null) return null;
        if (finding.Properties.TryGetValue(PathNames.OldName, out var old) && old is not null && finding.Properties.TryGetValue(PathNames.NewName, out var name) && name is not null)
            return await RenamedAsync(document, literal, route, old, name, cancellation).ConfigureAwait(false);
        return await CheckedEdit.ReplaceAsync(document, literal, RouteTextEdit.WithText(literal, route), [], cancellation).ConfigureAwait(false);
    }

    private static async Task<Document?> RenamedAsync(Document document, LiteralExpressionSyntax literal, string route, string old, string name, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || HandlerOf(literal) is not { } handler) return null;
        var parameter = handler.DescendantNodes().OfType<ParameterSyntax>().FirstOrDefault(one => one.Identifier.ValueText == old);
        if (parameter is null || model.GetDeclaredSymbol(parameter, cancellation) is not { } symbol || handler.DescendantTokens().Any(token => token.ValueText == name)) return null;
        // [FromRoute(Name = "userId")], links made with new { userId }, callers that name the argument: each would have to change too.
        foreach (var other in document.Project.Documents)
            if (await other.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root && root.DescendantNodes().Any(node => SpeaksOf(node, old))) return null;
        var uses = handler.DescendantTokens(descendIntoTrivia: true).Where(token => token.ValueText == old && token.IsKind(SyntaxKind.IdentifierToken)
            && (token == parameter.Identifier || token.Parent is IdentifierNameSyntax { Parent: XmlNameAttributeSyntax } || SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(token.Parent!, cancellation).Symbol, symbol))).ToList();
        // The route stands on the method or beside the lambda; the comment above a method belongs to what is changed.
        var around = handler is MethodDeclarationSyntax { Parent: { } type } ? type : handler.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        var changed = around.ReplaceSyntax(
            [literal], (before, _) => RouteTextEdit.WithText((LiteralExpressionSyntax)before, route),
            uses, (_, token) => SyntaxFactory.Identifier(name).WithTriviaFrom(token), [], (trivia, _) => trivia);
        return await CheckedEdit.ReplaceAsync(document, around, changed, [], cancellation).ConfigureAwait(false);
    }

    private static bool SpeaksOf(SyntaxNode node, string name) => node switch
    {
        AnonymousObjectMemberDeclaratorSyntax member => (member.NameEquals?.Name ?? member.Expression as SimpleNameSyntax)?.Identifier.ValueText == name,
        NameColonSyntax colon => colon.Name.Identifier.ValueText == name && colon.Parent is ArgumentSyntax,
        LiteralExpressionSyntax { Token.ValueText: var text } => text == name,
        _ => false,
    };

    // The method below an attribute, or the lambda that a mapping call is given.
    private static SyntaxNode? HandlerOf(LiteralExpressionSyntax literal)
    {
        if (literal.Parent?.Parent?.Parent is AttributeSyntax { Parent.Parent: var owner }) return owner as MethodDeclarationSyntax;
        if (literal.Parent?.Parent?.Parent is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments }) return null;
        return arguments[1].Expression is LambdaExpressionSyntax lambda ? lambda : null;
    }
}
