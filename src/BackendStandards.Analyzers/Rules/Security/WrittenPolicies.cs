using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>
/// Policies whose registration is spelled as the place that asks for them: the same text, or the same member of the same type. Kept with the trees, so that a
/// document in which all is well, as in nearly all, binds no start-up code.
/// </summary>
internal static class WrittenPolicies
{
    private static readonly Func<TreeIndex, SyntaxNode, HashSet<string>> Authorization = static (index, root) =>
        Find(index, root, ["AddPolicy"], static name => name is "AddAuthorization" or "AddAuthorizationCore" or "AddAuthorizationBuilder");

    private static readonly Func<TreeIndex, SyntaxNode, HashSet<string>> RateLimiting = static (index, root) =>
        Find(index, root, RateLimitPolicies.Definitions, static name => name == "AddRateLimiter");

    /// <summary>Whether an authorization policy is registered under what an expression says.</summary>
    public static bool OfAuthorization(HostContext context, SyntaxNode asked) => Includes(context, asked, ["AddPolicy"], Authorization);

    /// <summary>Whether a rate limiting policy is.</summary>
    public static bool OfRateLimiting(HostContext context, SyntaxNode asked) => Includes(context, asked, RateLimitPolicies.Definitions, RateLimiting);

    private static bool Includes(HostContext context, SyntaxNode asked, IReadOnlyList<string> methods, Func<TreeIndex, SyntaxNode, HashSet<string>> question)
    {
        if (SpellingOf(asked) is not { } spelling) return false;
        foreach (var method in methods)
            foreach (var (tree, index) in context.Model.Code.Mentioning(method, context.Cancellation))
                if (index.Derived(tree, question, context.Cancellation).Contains(spelling))
                    return true;
        return false;
    }

    private static HashSet<string> Find(TreeIndex index, SyntaxNode root, IReadOnlyList<string> methods, Func<string, bool> isOwner)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
            foreach (var call in index.CallsOf(method, root))
                if (call.ArgumentList.Arguments is { Count: > 0 } given && given[0].NameColon is null && SpellingOf(given[0].Expression) is { } spelling && IsOwned(call, isOwner))
                    found.Add(spelling);
        return found;
    }

    // services.AddAuthorizationBuilder().AddPolicy(…), services.AddAuthorization(options => options.AddPolicy(…))
    private static bool IsOwned(InvocationExpressionSyntax call, Func<string, bool> isOwner)
    {
        for (var chain = call; (chain.Expression as MemberAccessExpressionSyntax)?.Expression is InvocationExpressionSyntax before; chain = before)
            if (isOwner(TreeIndex.NameOf(before).ToString()))
                return true;
        return call.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax around } } && isOwner(TreeIndex.NameOf(around).ToString());
    }

    // A member's name alone stands for one of the type around it: what 'using static' brings in is not found here, and bound.
    private static string? SpellingOf(SyntaxNode expression) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => "\"" + literal.Token.ValueText,
        MemberAccessExpressionSyntax { Expression: SimpleNameSyntax type } member => type.Identifier.ValueText + "." + member.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var type } } member => type.Identifier.ValueText + "." + member.Name.Identifier.ValueText,
        IdentifierNameSyntax name when name.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } around => around.Identifier.ValueText + "." + name.Identifier.ValueText,
        _ => null,
    };
}
