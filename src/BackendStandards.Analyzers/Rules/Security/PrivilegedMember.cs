using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What a member of a stored type decides that its user must not.</summary>
internal static class PrivilegedMember
{
    private static readonly HashSet<string> Rights = new(StringComparer.OrdinalIgnoreCase)
        { "IsAdmin", "IsAdministrator", "IsSuperUser", "IsSuperAdmin", "IsStaff", "IsModerator", "Admin", "Role", "Roles", "RoleId", "RoleIds", "UserRole", "UserRoles", "RoleName", "AccessLevel", "Permissions" };

    private static readonly HashSet<string> Confirmations = new(StringComparer.OrdinalIgnoreCase)
        { "Verified", "IsVerified", "EmailVerified", "IsEmailVerified", "EmailConfirmed", "IsEmailConfirmed", "PhoneNumberConfirmed", "IsApproved" };

    private static readonly HashSet<string> Owners = new(StringComparer.OrdinalIgnoreCase)
        { "UserId", "OwnerId", "CreatedBy", "CreatedById", "CreatedByUserId", "AuthorId", "BuyerId", "OwnerUserId" };

    private static readonly HashSet<string> Prices = new(StringComparer.Ordinal) { "price", "total", "subtotal", "discount" };

    private static readonly HashSet<string> Sales = new(StringComparer.Ordinal) { "order", "cart", "basket", "checkout", "booking", "reservation" };

    // Whose user is another than the caller: a member of a team, somebody who is invited.
    private static readonly HashSet<string> OfOthers = new(StringComparer.Ordinal)
    {
        "member", "members", "membership", "memberships", "invite", "invites", "invitation", "invitations", "participant", "participants", "recipient", "recipients", "follow", "follower", "followers", "friend", "friends", "role",
        "roles", "permission", "permissions", "team", "teams", "share", "shares", "grant", "grants", "assign", "assignment", "assignments", "assignee", "attendee", "attendees", "notification", "notifications", "message",
        "messages", "group", "groups", "collaborator", "collaborators", "block", "ban", "transfer",
    };

    /// <summary>Whether a name, whatever has it, may be one of these.</summary>
    public static bool MayBe(string name) => Rights.Contains(name) || Confirmations.Contains(name) || Owners.Contains(name) || name is "Id" or "TenantId" or "PasswordHash" or "SecurityStamp" or "Balance"
        || (Words.Split(name) is { Count: > 0 } words && Prices.Contains(words[words.Count - 1]));

    /// <summary>What a member, by the name and the type that it has on a stored type, decides.</summary>
    public static PrivilegeKind KindOf(string name, ITypeSymbol type, ITypeSymbol owner, bool creates)
    {
        type = Symbols.WithoutNullable(type);
        var isFlag = type.SpecialType == SpecialType.System_Boolean;
        if (Rights.Contains(name) && (isFlag || name.IndexOf("Is", StringComparison.Ordinal) != 0)) return PrivilegeKind.Right;
        if (Confirmations.Contains(name) && isFlag) return PrivilegeKind.Confirmation;
        if (Owners.Contains(name) && type is { TypeKind: not TypeKind.Class } or { SpecialType: SpecialType.System_String }) return PrivilegeKind.Owner;
        if (name.Equals("TenantId", StringComparison.OrdinalIgnoreCase)) return PrivilegeKind.Tenant;
        if (name.Equals("PasswordHash", StringComparison.OrdinalIgnoreCase) || name == "SecurityStamp") return PrivilegeKind.Secret;
        if (type.SpecialType is < SpecialType.System_SByte or > SpecialType.System_Double) return PrivilegeKind.None;
        if (name.Equals("Balance", StringComparison.OrdinalIgnoreCase)) return PrivilegeKind.Money;
        if (creates && type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && creates && (name.Equals("Id", StringComparison.OrdinalIgnoreCase) || name == owner.Name + "Id")) return PrivilegeKind.Key;
        return Words.Split(name) is { Count: > 0 } words && Prices.Contains(words[words.Count - 1]) && Words.Split(owner.Name) is var sold && sold.Any(Sales.Contains) && !sold.Contains("purchase") ? PrivilegeKind.Money : PrivilegeKind.None;
    }

    /// <summary>Whether a name, of a type or a route's segment, tells that somebody else than the caller is meant.</summary>
    public static bool IsOfOthers(string name) => Words.Split(name).Any(OfOthers.Contains);
}
