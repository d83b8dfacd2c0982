namespace Storefront.Auth;

/// <summary>A bearer token.</summary>
/// <param name="AccessToken">The token, for the <c>Authorization</c> header.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record TokenResponse(string AccessToken, DateTimeOffset ExpiresAt)
{
    /// <summary>Leaves the token out of any text made of this record.</summary>
    public override string ToString() => nameof(TokenResponse);
}
