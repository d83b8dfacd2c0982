using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>
/// BST1001: says the method that the handler's name says, for all findings at once; where the name says none, one of those that are offered.
/// The route stays what it is: the attribute has no template, and joins the one there is.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MethodNotDeclaredFix : CodeFixProvider
{
    private const string ByName = "BST1001.ByName";

    private static readonly string[] Methods = ["Get", "Post", "Put", "Patch", "Delete"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.MethodNotDeclared.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create((document, node, finding, key, cancellation) =>
        key == ByName && MethodOf(finding) is { } method ? EditAsync(document, node, method, cancellation) : Task.FromResult<Document?>(null));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var finding in context.Diagnostics)
        {
            var named = MethodOf(finding);
            var takesBody = finding.Properties.ContainsKey(MethodNotDeclared.TakesBody);
            foreach (var method in named is null ? Methods.Where(method => !takesBody || method is not ("Get" or "Delete")) : [named])
                if (await EditAsync(context.Document, SequentialFixAll.NodeAt(root, finding), method, context.CancellationToken).ConfigureAwait(false) is { } changed)
                    context.RegisterCodeFix(CodeAction.Create($"Answer {method.ToUpperInvariant()} only", _ => Task.FromResult(changed), named is null ? "BST1001." + method : ByName), finding);
        }
    }

    private static string? MethodOf(Diagnostic finding) => finding.Properties.TryGetValue(MethodNotDeclared.Method, out var method) ? method : null;

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, string method, CancellationToken cancellation)
    {
        if (node is IdentifierNameSyntax { Identifier.ValueText: "Map" } name)
            return await CheckedEdit.ReplaceAsync(document, name, SyntaxFactory.IdentifierName("Map" + method), [], cancellation).ConfigureAwait(false);
        // An action with a method beside a second route is two endpoints: which of them is meant, the author knows.
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } action || action.AttributeLists.SelectMany(list => list.Attributes).Any(IsVerb)) return null;
        return await CheckedEdit.ReplaceAsync(document, action, WithAttribute(action, "Http" + method), ["Microsoft.AspNetCore.Mvc"], cancellation).ConfigureAwait(false);
    }

    private static bool IsVerb(AttributeSyntax attribute) => attribute.Name.ToString() is var name && (name.StartsWith("Http", StringComparison.Ordinal) || name.StartsWith("AcceptVerbs", StringComparison.Ordinal));

    // In front of the others, on a line of its own where they have theirs.
    private static MethodDeclarationSyntax WithAttribute(MethodDeclarationSyntax action, string name)
    {
        // Parsed, so that nothing about it is elastic and moved by the formatter.
        var list = SyntaxFactory.ParseCompilationUnit($"[{name}] class C;").Members[0].AttributeLists[0].WithoutTrivia();
        var lead = action.GetLeadingTrivia();
        var indentation = lead.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var startsLine = action.GetFirstToken().GetPreviousToken() is var before && (before.RawKind == 0 || before.TrailingTrivia.Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        var ownLine = action.AttributeLists.Count > 0 ? action.AttributeLists.Last().GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) : startsLine;
        var between = !ownLine ? SyntaxFactory.TriviaList(SyntaxFactory.Space)
            : SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(LineBreaks.Of(action.SyntaxTree.GetRoot()).ToString())).AddRange(indentation.RawKind == 0 ? [] : new[] { indentation });
        var bare = action.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list.WithTrailingTrivia(between))).WithLeadingTrivia(lead);
    }
}
