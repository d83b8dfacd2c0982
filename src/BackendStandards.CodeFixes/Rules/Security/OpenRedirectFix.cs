using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3013: redirects to local addresses only, where the address is used as it came.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OpenRedirectFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Redirect to local addresses only", "BST3013.LocalRedirect", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.OpenRedirect.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax address || address.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: InvocationExpressionSyntax call } argument
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || !IsWhole(new InputParts(model, "redirect", cancellation).Built(address), model, cancellation)) return null;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: var name, ContainingType: { Name: var type } container } || !name.StartsWith("Redirect", StringComparison.Ordinal)
            || type is not ("ControllerBase" or "PageBase" or "Results" or "TypedResults")) return null;
        var local = "Local" + name;
        if (!Members(container).OfType<IMethodSymbol>().Any(method => method.Name == local)) return null;
        // What a method promises to return must still be it.
        if (type is "ControllerBase" or "PageBase" && model.GetTypeInfo(call, cancellation).ConvertedType?.Name == "RedirectResult") return null;
        var called = call.Expression switch
        {
            IdentifierNameSyntax simple => simple,
            MemberAccessExpressionSyntax access => access.Name,
            _ => null,
        };
        if (called is null) return null;
        var changed = call.ReplaceNodes(argument.NameColon is { } colon ? new SyntaxNode[] { called, colon } : [called], (_, current) => current switch
        {
            NameColonSyntax given => given.WithName(SyntaxFactory.IdentifierName("localUrl").WithTriviaFrom(given.Name)),
            _ => SyntaxFactory.IdentifierName(local).WithTriviaFrom(current),
        });
        return document.WithSyntaxRoot(root.ReplaceNode(call, changed));
    }

    // An address that was put together around a host of its own would be refused always.
    private static bool IsWhole(ExpressionSyntax address, SemanticModel model, CancellationToken cancellation) =>
        address is not (InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or ObjectCreationExpressionSyntax)
        && !address.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part => part is InterpolatedStringExpressionSyntax
            || (model.GetConstantValue(part, cancellation) is { HasValue: true, Value: string text } && text.Contains("//")));

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            foreach (var member in up.GetMembers()) yield return member;
    }
}
