using System.ComponentModel.DataAnnotations;

namespace Storefront.Auth;

/// <summary>A new customer.</summary>
public sealed class RegisterRequest : IValidatableObject
{
    /// <summary>The address to sign in with.</summary>
    [Required, EmailAddress, StringLength(254)]
    public required string Email { get; init; }

    /// <summary>The password to sign in with.</summary>
    [Required, StringLength(128, MinimumLength = 12), DataType(DataType.Password)]
    public required string Password { get; init; }

    /// <summary>The name on the parcel.</summary>
    [Required, StringLength(120, MinimumLength = 2)]
    public required string FullName { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Password.Contains(Email, StringComparison.OrdinalIgnoreCase))
        {
            yield return new ValidationResult("The password may not contain the email address.", [nameof(Password)]);
        }
    }
}
