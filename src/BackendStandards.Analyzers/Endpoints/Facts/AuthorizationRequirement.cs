namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// One demand on callers: <c>RequireAuthorization(…)</c>, <c>[Authorize(…)]</c>. <paramref name="IsSeen"/>: all its names are. <paramref name="HasOwnPolicy"/>:
/// it is given a policy that is built in place, or it is an attribute of the application with requirements of its own.
/// </summary>
internal sealed record AuthorizationRequirement(
    Statement Statement, IReadOnlyList<string> Policies, IReadOnlyList<string> Roles, IReadOnlyList<string> Schemes, bool IsSeen, bool HasOwnPolicy)
{
    /// <summary>Whether it surely asks for a signed-in caller and no more.</summary>
    public bool AsksForSignInOnly => IsSeen && !HasOwnPolicy && Policies.Count == 0 && Roles.Count == 0;
}
