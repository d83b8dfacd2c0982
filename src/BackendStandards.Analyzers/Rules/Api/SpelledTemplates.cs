using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>
/// What a tree spells as route templates: enough to see what an application usually does, without finding all of its endpoints.
/// </summary>
internal sealed class SpelledTemplates
{
    private static readonly Func<TreeIndex, SyntaxNode, SpelledTemplates> Question = static (_, root) => new SpelledTemplates(root);

    private SpelledTemplates(SyntaxNode root) => Texts = [.. Literals.Of(root).Texts.Where(IsTemplate).Select(token => token.ValueText)];

    private IReadOnlyList<string> Texts { get; }

    /// <summary>Those of all trees of a compilation.</summary>
    public static IEnumerable<string> In(Compilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees.SelectMany(tree => TreeIndex.Of(tree, cancellation).Derived(tree, Question, cancellation).Texts);

    // By spelling: [Route("…")], [HttpGet("…")], MapGet("…", …), MapGroup("…").
    private static bool IsTemplate(SyntaxToken token) => token.Parent is LiteralExpressionSyntax literal && literal.Parent?.Parent?.Parent switch
    {
        AttributeSyntax { Name: var name } => name.ToString() is var attribute && (attribute.StartsWith("Route", StringComparison.Ordinal) || attribute.StartsWith("Http", StringComparison.Ordinal)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } => called.StartsWith("Map", StringComparison.Ordinal),
        _ => false,
    };
}
