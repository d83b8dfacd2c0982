namespace Storefront.Auth;

/// <summary>An account as its owner sees it.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Email">The address that signs in.</param>
/// <param name="Role">What the account may do.</param>
public sealed record AccountResponse(int Id, string Email, string Role);
