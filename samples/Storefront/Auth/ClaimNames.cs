using System.Globalization;
using System.Security.Claims;

namespace Storefront.Auth;

/// <summary>The claims of our tokens, and how they are read.</summary>
public static class ClaimNames
{
    /// <summary>The account's id.</summary>
    public const string Account = "sub";

    /// <summary>The account's role.</summary>
    public const string Role = "role";

    /// <summary>The customer's id.</summary>
    public const string Customer = "customer_id";

    /// <summary>The signed-in account.</summary>
    public static int AccountId(this ClaimsPrincipal user) => Read(user, Account);

    /// <summary>The signed-in customer.</summary>
    public static int CustomerId(this ClaimsPrincipal user) => Read(user, Customer);

    private static int Read(ClaimsPrincipal user, string claim) =>
        int.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new InvalidOperationException($"The policy of this endpoint does not ask for the claim '{claim}'.");
}
