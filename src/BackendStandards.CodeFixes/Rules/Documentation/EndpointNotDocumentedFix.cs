using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Documentation;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Documentation;

/// <summary>BST8001: says in a summary what the name of the handler, or the method and the path, say already; a person has a start to go on from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EndpointNotDocumentedFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Add a summary from the name", "BST8001.Summary", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.EndpointNotDocumented.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation) =>
        DocumentationEdit.ApplyAsync(document, node, finding, EndpointNotDocumented.Summary, DocumentAsync, cancellation);

    private static async Task<Document?> DocumentAsync(Document document, SyntaxNode place, string text, CancellationToken cancellation)
    {
        if (place is ExpressionSyntax call) return await MappingChain.AppendAsync(document, call, [$"WithSummary({SyntaxFactory.Literal(text)})"], ["Microsoft.AspNetCore.Http"], cancellation).ConfigureAwait(false);
        return place is MemberDeclarationSyntax member && WithComment(member, text) is { } commented && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
            ? document.WithSyntaxRoot(root.ReplaceNode(member, commented)) : null;
    }

    // Before what the comment says already; null where it has a summary that says nothing, or the member does not begin its line.
    private static MemberDeclarationSyntax? WithComment(MemberDeclarationSyntax member, string text)
    {
        var leading = member.GetLeadingTrivia();
        if (leading.ToFullString().Contains("<summary")) return null;
        var first = member.GetFirstToken();
        var isAlone = leading.Any(SyntaxKind.EndOfLineTrivia) || leading.Any(trivia => trivia.HasStructure) || first.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || first.GetPreviousToken().IsKind(SyntaxKind.None);
        if (!isAlone) return null;
        var at = 0;
        while (at < leading.Count && !leading[at].IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) && !leading[at].IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)
            && !(leading[at].IsKind(SyntaxKind.SingleLineCommentTrivia) && leading[at].ToString().StartsWith("///", StringComparison.Ordinal))) at++;
        var indent = at > 0 && leading[at - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? leading[at - 1].ToString() : "";
        var comment = SyntaxFactory.ParseLeadingTrivia($"/// <summary>{text}.</summary>{LineBreaks.Of(member.SyntaxTree.GetRoot())}{indent}");
        return member.WithLeadingTrivia(leading.InsertRange(at, comment));
    }
}
