namespace Storefront.Data;

/// <summary>Who may sign in.</summary>
public sealed class Account
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The address that signs in, in lower case.</summary>
    public required string Email { get; set; }

    /// <summary>The hash, with its algorithm, salt and iteration count.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>One of <see cref="Auth.Roles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The customer behind the account; an administrator has none.</summary>
    public Customer? Customer { get; set; }
}
