using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>
/// BST3051: takes away what lets anybody in, or the demand that has no effect. Which of the two was meant, only a person knows; "fix all" takes that choice
/// for the findings of a document.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AuthorizationOverriddenFix : CodeFixProvider
{
    private const string OuterKey = "BST3051.Outer";
    private const string InnerKey = "BST3051.Inner";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.AuthorizationOverridden.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, findings) =>
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return document;
        var places = findings.Select(finding => context.CodeActionEquivalenceKey == OuterKey ? OuterOf(root, finding) : StatementAt(root, finding.Location)).OfType<SyntaxNode>().Distinct().ToList();
        return document.WithSyntaxRoot(Without(root, places));
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var finding in context.Diagnostics)
        {
            Offer("Let only authorized callers in (removes what allows anonymous ones)", OuterKey, OuterOf(root, finding));
            Offer("Let anybody in (removes the authorization without effect)", InnerKey, StatementAt(root, finding.Location));

            void Offer(string title, string key, SyntaxNode? place)
            {
                if (place is not null && CanGo(place)) context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Without(root, [place]))), key), finding);
            }
        }
    }

    private static SyntaxNode? OuterOf(SyntaxNode root, Diagnostic finding) =>
        finding.AdditionalLocations.FirstOrDefault() is { } outer && outer.SourceTree == finding.Location.SourceTree ? StatementAt(root, outer) : null;

    /// <summary>The call or attribute whose name stands at a place.</summary>
    private static SyntaxNode? StatementAt(SyntaxNode root, Location place) => root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) switch
    {
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name when access.Name == name => call,
        var node => node.FirstAncestorOrSelf<AttributeSyntax>(),
    };

    private static SyntaxNode Without(SyntaxNode root, IReadOnlyCollection<SyntaxNode> places)
    {
        root = root.TrackNodes(places);
        foreach (var place in places)
            if (root.GetCurrentNode(place) is { } current && CanGo(current))
                root = Remove(root, current);
        return root;
    }

    // A comment that stands right before the call speaks of it: it is left to a person.
    private static bool CanGo(SyntaxNode statement) => statement is AttributeSyntax || (statement is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
        && !access.Expression.GetTrailingTrivia().Concat(access.OperatorToken.LeadingTrivia).Any(IsComment)
        && (call.Parent is not ExpressionStatementSyntax || access.Expression is InvocationExpressionSyntax || (access.Expression is IdentifierNameSyntax && !call.Parent.GetLeadingTrivia().Any(IsComment))));

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsDirective;

    private static SyntaxNode Remove(SyntaxNode root, SyntaxNode statement)
    {
        if (statement is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
            return call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } whole && access.Expression is IdentifierNameSyntax
                ? root.RemoveNode(whole.Parent is GlobalStatementSyntax top ? top : whole, SyntaxRemoveOptions.KeepNoTrivia)!
                : root.ReplaceNode(call, access.Expression.WithTrailingTrivia(call.GetTrailingTrivia()));
        if (statement.Parent is not AttributeListSyntax list) return root;
        if (list.Attributes.Count > 1) return root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia)!;
        var mark = new SyntaxAnnotation();
        var next = list.GetLastToken().GetNextToken();
        root = root.ReplaceSyntax([list], (_, after) => after.WithAdditionalAnnotations(mark), [next], (_, after) => after.WithLeadingTrivia(list.GetLeadingTrivia()), [], (_, after) => after);
        return root.RemoveNode(root.GetAnnotatedNodes(mark).First(), SyntaxRemoveOptions.KeepNoTrivia)!;
    }
}
