using BackendStandards.Analyzers.Rules.Api;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>Gives the literal of a route another text, where no two endpoints answer the same request afterwards.</summary>
internal static class RouteTextEdit
{
    /// <summary>Offers it for each finding that brings a route. It is for a person to take it, one by one: clients call the old address.</summary>
    public static async Task RegisterAsync(CodeFixContext context, string key)
    {
        foreach (var finding in context.Diagnostics)
            if (await ChangedAsync(context.Document, finding, context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create(TitleOf(finding), _ => Task.FromResult(changed), key), finding);
    }

    /// <summary>The literal of a finding, which may stand on a part of it.</summary>
    public static LiteralExpressionSyntax? LiteralAt(SyntaxNode root, Diagnostic finding) =>
        root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;

    /// <summary>The literal with another text. The token's own spelling (verbatim, raw) stays where it spells the text as it is.</summary>
    public static LiteralExpressionSyntax WithText(LiteralExpressionSyntax literal, string route)
    {
        var token = literal.Token;
        var at = token.ValueText.Length == 0 ? -1 : token.Text.IndexOf(token.ValueText, StringComparison.Ordinal);
        var text = at < 0 ? SymbolDisplay.FormatLiteral(route, quote: true) : token.Text.Substring(0, at) + route + token.Text.Substring(at + token.ValueText.Length);
        return literal.WithToken(SyntaxFactory.Token(token.LeadingTrivia, token.Kind(), text, route, token.TrailingTrivia));
    }

    private static string TitleOf(Diagnostic finding)
    {
        var method = finding.Properties.TryGetValue(VerbInPathRepair.NewMethod, out var name) && name is not null ? $" and the method to {name.ToUpperInvariant()}" : "";
        return $"Change the route to '{finding.Properties[ApiPaths.NewRoute]}'{method} (breaks existing clients)";
    }

    private static async Task<Document?> ChangedAsync(Document document, Diagnostic finding, CancellationToken cancellation)
    {
        if (!finding.Properties.TryGetValue(ApiPaths.NewRoute, out var route) || route is null
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || LiteralAt(root, finding) is not { } literal) return null;
        finding.Properties.TryGetValue(VerbInPathRepair.NewMethod, out var method);
        var changed = document.WithSyntaxRoot(Changed(root, literal, route, method));
        return await RouteConflicts.AppearAsync(document.Project, changed.Project, cancellation).ConfigureAwait(false) ? null : changed;
    }

    private static SyntaxNode Changed(SyntaxNode root, LiteralExpressionSyntax literal, string route, string? method)
    {
        var owner = literal.Parent?.Parent?.Parent;
        if (owner is AttributeSyntax attribute)
        {
            var changed = route.Length == 0 && literal.Parent is AttributeArgumentSyntax argument && attribute.Name.ToString() is not ("Route" or "RouteAttribute")
                ? WithoutArgument(attribute, argument) : attribute.ReplaceNode(literal, WithText(literal, route));
            return root.ReplaceNode(attribute, method is not null && changed.Name is IdentifierNameSyntax ? changed.WithName(SyntaxFactory.IdentifierName("Http" + method).WithTriviaFrom(changed.Name)) : changed);
        }
        if (method is null || owner is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }) return root.ReplaceNode(literal, WithText(literal, route));
        return root.ReplaceNodes(new SyntaxNode[] { literal, access.Name }, (before, after) => before == literal
            ? WithText(literal, route) : SyntaxFactory.IdentifierName("Map" + method).WithTriviaFrom(after));
    }

    private static AttributeSyntax WithoutArgument(AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        var rest = attribute.ArgumentList!.Arguments.Remove(argument);
        return rest.Count == 0 ? attribute.WithArgumentList(null) : attribute.WithArgumentList(attribute.ArgumentList.WithArguments(rest));
    }
}
