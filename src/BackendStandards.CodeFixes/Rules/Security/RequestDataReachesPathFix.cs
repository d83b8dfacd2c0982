using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3025: keeps the file's name alone, where the folder is named beside it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RequestDataReachesPathFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Keep the file's name alone", "BST3025.GetFileName", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.RequestDataReachesPath.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax path || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return null;
        if (path is ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } given }) path = given[0].Expression;
        var parts = new InputParts(model, "path", cancellation).Of(path);
        // A path that a part begins has no folder to stay in.
        if (parts is null || parts.Any(part => part.Before.Length == 0 || model.GetTypeInfo(part.Part, cancellation).Type?.SpecialType != SpecialType.System_String)) return null;
        var type = model.LookupNamespacesAndTypes(path.SpanStart, name: "Path").FirstOrDefault() is INamedTypeSymbol { ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }
            && !model.LookupSymbols(path.SpanStart, name: "Path").Any(symbol => symbol is not INamedTypeSymbol) ? "Path" : "System.IO.Path";
        return document.WithSyntaxRoot(root.ReplaceNodes(parts.Select(part => part.Part), (_, part) =>
            SyntaxFactory.ParseExpression($"{type}.GetFileName({part.WithoutTrivia()})").WithTriviaFrom(part)));
    }
}
