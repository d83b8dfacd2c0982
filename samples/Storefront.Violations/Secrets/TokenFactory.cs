using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Storefront.Violations.Secrets;

public sealed class TokenFactory
{
    public static SymmetricSecurityKey Key { get; } =
        new(Encoding.UTF8.GetBytes("9fLdjaIBGJjUm74BKsCb1h6kBovq1ZtUowuNzky0B31O99h2")); // expect BST4003

    public string Create(string email) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "storefront",
        Audience = "storefront-clients",
        Claims = new Dictionary<string, object> { ["sub"] = email },
        SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256),
    });
}
