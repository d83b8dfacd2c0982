using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Fixes BST2093: names the envelope's type with its namespace. What two projects emit is settled in their project files.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EnvelopeNameTakenFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Name the type of the envelope", "BST2093.Qualify", static (document, node, _, cancellation) => ApplyAsync(document, node, cancellation));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.EnvelopeNameTaken.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node is not SimpleNameSyntax name || name.Parent is UsingDirectiveSyntax || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        var found = model.LookupNamespacesAndTypes(name.SpanStart, name: ResponseFormat.Namespace);
        var isPlain = found.Length == 1 && found[0] is INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true };
        var text = (isPlain ? "" : "global::") + ResponseFormat.Namespace + "." + name.WithoutTrivia();
        SyntaxNode qualified = name.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax ? SyntaxFactory.ParseExpression(text) : SyntaxFactory.ParseName(text);
        return document.WithSyntaxRoot(root.ReplaceNode(name, qualified.WithTriviaFrom(name)));
    }
}
