namespace Storefront.Auth;

/// <summary>What an account may be.</summary>
public static class Roles
{
    /// <summary>Buys.</summary>
    public const string Customer = "customer";

    /// <summary>Runs the shop.</summary>
    public const string Administrator = "administrator";
}
