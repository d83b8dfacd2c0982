using BackendStandards.Analyzers.Rules.Documentation;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Documentation;

/// <summary>Appends calls to the chain that begins with a mapping call, in the form that the chain has.</summary>
internal static class MappingChain
{
    /// <summary>The mapping call, action or class that a finding of an endpoint stands on; null for another place.</summary>
    public static SyntaxNode? PlaceOf(SyntaxNode node) => node switch
    {
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } => call,
        SimpleNameSyntax { Parent: InvocationExpressionSyntax call } => call,
        InvocationExpressionSyntax or MethodDeclarationSyntax or TypeDeclarationSyntax => node,
        _ => null,
    };

    /// <summary>What is around the endpoints of a finding about several: the type, or the function with the mapping calls.</summary>
    public static SyntaxNode AroundOf(SyntaxNode node) => node is TypeDeclarationSyntax ? node : SideBySide.Around(node);

    /// <summary>The document with further calls at the end of the chain, or, where that is handed back as something else, right behind the mapping; null where neither compiles.</summary>
    public static async Task<Document?> AppendAsync(Document document, ExpressionSyntax call, IReadOnlyList<string> calls, string[] namespaces, CancellationToken cancellation)
    {
        var outer = call;
        while (outer.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == outer) outer = next;
        return await ToAsync(document, outer, calls, namespaces, cancellation).ConfigureAwait(false)
            ?? (outer == call ? null : await ToAsync(document, call, calls, namespaces, cancellation).ConfigureAwait(false));
    }

    private static Task<Document?> ToAsync(Document document, ExpressionSyntax chain, IReadOnlyList<string> calls, string[] namespaces, CancellationToken cancellation)
    {
        var dot = ((chain as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.OperatorToken;
        // On lines of their own where the calls before them are.
        var before = dot is { } last && last.LeadingTrivia.Any(SyntaxKind.WhitespaceTrivia) && last.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
            ? last.GetPreviousToken().TrailingTrivia.Last().ToString() + last.LeadingTrivia.Last().ToString() : "";
        var appended = SyntaxFactory.ParseExpression(chain.WithoutTrivia().ToFullString() + string.Concat(calls.Select(call => $"{before}.{call}")));
        return CheckedEdit.ReplaceAsync(document, chain, appended, namespaces, cancellation);
    }
}
