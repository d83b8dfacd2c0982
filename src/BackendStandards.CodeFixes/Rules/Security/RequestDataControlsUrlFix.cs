using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3026: a scaffold that refuses every host but those of a list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RequestDataControlsUrlFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Refuse hosts that are not on a list", "BST3026.Hosts", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.RequestDataControlsUrl.Id);

    /// <summary>None: somebody has to write each list.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not IdentifierNameSyntax address || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || model.GetSymbolInfo(address, cancellation).Symbol is not (ILocalSymbol or IParameterSymbol) || address.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement
            || address.Ancestors().TakeWhile(up => up != statement).Any(up => up is AnonymousFunctionExpressionSyntax)) return null;
        var type = model.GetTypeInfo(address, cancellation).Type;
        var condition = type switch
        {
            { SpecialType: SpecialType.System_String } => $"!Uri.TryCreate({address}, UriKind.Absolute, out var {Unique(model, address)}) || {Unique(model, address)}.Host is not \"api.example.com\"",
            { Name: "Uri", ContainingNamespace.Name: "System" } => $"{address}.Host is not \"api.example.com\"",
            _ => null,
        };
        if (condition is null || model.LookupNamespacesAndTypes(address.SpanStart, name: "Uri").IsEmpty) return null;
        var indent = statement.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var lineEnd = LineBreaks.Of(root).ToString();
        var guard = SyntaxFactory.ParseStatement($"if ({condition}){lineEnd}{indent}    throw new ArgumentException(\"This host is not allowed.\", nameof({address}));")
            .WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(LineBreaks.Of(root));
        return document.WithSyntaxRoot(root.ReplaceNode(statement, [guard, statement.WithLeadingTrivia(SyntaxFactory.Whitespace(indent))]));
    }

    private static string Unique(SemanticModel model, IdentifierNameSyntax address)
    {
        var name = "uri";
        while (!model.LookupSymbols(address.SpanStart, name: name).IsEmpty) name += "2";
        return name;
    }
}
