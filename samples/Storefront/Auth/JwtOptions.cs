using System.ComponentModel.DataAnnotations;

namespace Storefront.Auth;

/// <summary>What the bearer tokens of this shop say.</summary>
public sealed class JwtOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Jwt";

    /// <summary>Who signs.</summary>
    [Required]
    public string Issuer { get; set; } = "";

    /// <summary>Whom the tokens are for.</summary>
    [Required]
    public string Audience { get; set; } = "";

    /// <summary>How long a token is valid.</summary>
    [Range(1, 120)]
    public int LifetimeMinutes { get; set; } = 30;
}
