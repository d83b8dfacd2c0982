using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Storefront.Auth;

/// <summary>The key that signs the tokens and checks them.</summary>
public sealed class SigningKey
{
    private const int MinimumLength = 32;

    private SigningKey(byte[] key) => Key = new SymmetricSecurityKey(key);

    /// <summary>The key, as the token library wants it.</summary>
    public SymmetricSecurityKey Key { get; }

    /// <summary>
    /// Reads the key from the configuration. In development a missing key is made up for this run; elsewhere the application
    /// refuses to start, since tokens would not survive a restart nor be valid on a second instance.
    /// </summary>
    public static SigningKey Load(IConfiguration configuration, IHostEnvironment environment)
    {
        var configured = configuration["Jwt:SigningKey"];
        if (string.IsNullOrEmpty(configured))
        {
            return environment.IsDevelopment()
                ? new SigningKey(RandomNumberGenerator.GetBytes(MinimumLength))
                : throw new InvalidOperationException("Jwt:SigningKey is not configured: 32 or more bytes in Base64.");
        }

        var key = Convert.FromBase64String(configured);
        return key.Length >= MinimumLength
            ? new SigningKey(key)
            : throw new InvalidOperationException("Jwt:SigningKey is too short: 32 or more bytes are needed.");
    }
}
