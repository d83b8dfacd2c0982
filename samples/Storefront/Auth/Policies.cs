namespace Storefront.Auth;

/// <summary>The names of the authorization policies.</summary>
public static class Policies
{
    /// <summary>A signed-in customer.</summary>
    public const string Customer = "customer";

    /// <summary>An administrator.</summary>
    public const string Administrator = "administrator";
}
