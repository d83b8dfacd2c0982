using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>Whether code of the application may refuse a caller by itself: judged by what its source mentions, since such code takes any form.</summary>
internal static class Refusals
{
    private static readonly string[] Words =
    [
        "Unauthorized", "Forbid", "Challenge", "ChallengeAsync", "ForbidAsync", "AuthenticateAsync", "UnauthorizedResult", "UnauthorizedObjectResult", "ForbidResult", "ChallengeResult",
        "Status401Unauthorized", "Status403Forbidden", "Forbidden", "IsAuthenticated", "UnauthorizedAccessException", "IAuthorizationService",
    ];

    /// <summary>Whether a filter or middleware may; one that is neither here nor the framework's may too.</summary>
    public static bool MayRefuse(ITypeSymbol? type, CancellationToken cancellation)
    {
        if (type is null || type.TypeKind == TypeKind.Error) return true;
        if (AspNet.IsKnown(type)) return false;
        return !AspNet.InSource(type) || type.DeclaringSyntaxReferences.Any(declaration =>
            Words.Any(TreeIndex.Of(declaration.SyntaxTree, cancellation).Mentions) || MentionsStatus(declaration.GetSyntax(cancellation)));
    }

    /// <summary>Whether a piece of code may.</summary>
    public static bool MayRefuse(SyntaxNode code) => code.DescendantTokens().Any(token => Words.Contains(token.ValueText)) || MentionsStatus(code);

    private static bool MentionsStatus(SyntaxNode code) => code.DescendantTokens().Any(static token => token.Value is 401 or 403);
}
