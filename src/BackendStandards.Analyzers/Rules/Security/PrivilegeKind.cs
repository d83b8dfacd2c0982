namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What a member decides that the server has to decide.</summary>
internal enum PrivilegeKind
{
    None,

    /// <summary>What somebody may do: <c>IsAdmin</c>, <c>Role</c>.</summary>
    Right,

    /// <summary>Whose it is: <c>UserId</c>, <c>CreatedBy</c>.</summary>
    Owner,

    /// <summary>Which tenant it belongs to.</summary>
    Tenant,

    /// <summary>That somebody has checked: <c>EmailConfirmed</c>.</summary>
    Confirmation,

    /// <summary>What is paid or owned: <c>Balance</c>, the price of an order.</summary>
    Money,

    /// <summary>What protects an account: <c>PasswordHash</c>.</summary>
    Secret,

    /// <summary>The key that the database gives.</summary>
    Key,
}
