using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules;

/// <summary>Whether code asks who is calling. Each application has its own words for that, so names count as much as the framework's types.</summary>
internal static class CallerIdentity
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "ClaimsPrincipal", "IPrincipal", "IIdentity", "ClaimsIdentity", "IAuthorizationService", "IHttpContextAccessor" };

    private static readonly string[] Parts =
    [
        "principal", "currentuser", "usercontext", "useraccessor", "userprovider", "usersession", "useridentity", "claim", "authoriz", "permission", "isowner", "ownedby", "loggedin", "signedin", "caller",
        "currentaccount", "currentcustomer", "workcontext", "securitycontext", "executioncontext", "requestcontext", "accesscontrol", "accesscheck", "canaccess", "hasaccess", "getuserid", "currenttenant", "tenantcontext", "tenantprovider", "tenantaccessor", "tenantservice", "tenantinfo", "tenantresolver", "itenant",
        "isinrole", "actor", "subjectid", "identityservice", "userinfo",
    ];

    /// <summary>Whether a function does.</summary>
    public static bool IsAsked(HandlerFunction function) =>
        function.Method.Parameters.Any(parameter => IsOfCaller(parameter.Type)) || IsAskedIn(function.Root);

    /// <summary>Whether a piece of code does.</summary>
    public static bool IsAskedIn(IOperation code) =>
        code.Syntax.DescendantTokens(static node => node is not AttributeListSyntax).Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && IsWord(token.ValueText))
        || code.DescendantsAndSelf().Any(static operation => IsOfCaller(operation.Type) || (operation is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Property: var own } && IsOwnWord(own))
            || (operation is IInvocationOperation { Instance: IInstanceReferenceOperation, TargetMethod: var method } && IsOwnWord(method)));

    /// <summary>Whether a type stands for who is calling.</summary>
    public static bool IsOfCaller(ITypeSymbol? type) => type is not null && ((Types.Contains(type.Name) && AspNet.IsKnown(type)) || IsWord(type.Name));

    /// <summary>Whether a name speaks of who is calling.</summary>
    public static bool IsWord(string name)
    {
        if (name.Length < 5) return false;
        var lower = name.ToLowerInvariant();
        return Parts.Any(part => lower.IndexOf(part, StringComparison.Ordinal) >= 0);
    }

    // UserId of a base controller, GetAccountId()
    private static bool IsOwnWord(ISymbol member) => Words.Split(member.Name).Any(static word => word is "user" or "account" or "tenant" or "customer" or "current" or "identity" or "my" or "session");
}
