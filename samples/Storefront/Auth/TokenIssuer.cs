using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Storefront.Data;

namespace Storefront.Auth;

/// <summary>Signs bearer tokens.</summary>
public sealed class TokenIssuer(IOptions<JwtOptions> options, SigningKey signingKey, TimeProvider clock)
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Signs a token for an account whose password was checked.</summary>
    public TokenResponse Issue(Account account)
    {
        var now = clock.GetUtcNow();
        var expires = now.AddMinutes(options.Value.LifetimeMinutes);
        var claims = new Dictionary<string, object>
        {
            [ClaimNames.Account] = account.Id.ToString(CultureInfo.InvariantCulture),
            [ClaimNames.Role] = account.Role,
        };
        if (account.Customer is { } customer)
        {
            claims[ClaimNames.Customer] = customer.Id.ToString(CultureInfo.InvariantCulture);
        }

        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Value.Issuer,
            Audience = options.Value.Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(signingKey.Key, SecurityAlgorithms.HmacSha256),
        });
        return new TokenResponse(token, expires);
    }
}
