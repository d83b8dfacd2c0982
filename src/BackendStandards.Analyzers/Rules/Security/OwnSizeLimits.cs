using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Whether code that reads a request counts what it reads: judged by a comparison with something that is named after a size.</summary>
internal static class OwnSizeLimits
{
    private static readonly string[] Words = ["limit", "max", "size", "length", "quota", "total", "bytes"];

    /// <summary>Whether a comparison of sizes is in it.</summary>
    public static bool Has(SyntaxNode? code) => code is not null && code.DescendantNodes().Any(static node =>
        node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression } or RelationalPatternSyntax
        && (node is RelationalPatternSyntax ? node.FirstAncestorOrSelf<IsPatternExpressionSyntax>() ?? node : node).DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && Words.Any(word => token.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)));
}
