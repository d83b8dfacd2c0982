using System.ComponentModel.DataAnnotations;

namespace Storefront.Auth;

/// <summary>The credentials of an account.</summary>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Password">The password to sign in with.</param>
public sealed record LoginRequest(
    [Required, EmailAddress, StringLength(254)] string Email,
    [Required, StringLength(128), DataType(DataType.Password)] string Password)
{
    /// <summary>Leaves the password out of any text made of this record.</summary>
    public override string ToString() => nameof(LoginRequest);
}
