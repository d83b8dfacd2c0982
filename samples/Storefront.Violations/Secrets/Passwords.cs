using System.Security.Cryptography;
using System.Text;

namespace Storefront.Violations.Secrets;

public sealed class Passwords(IConfiguration configuration)
{
    private readonly string _partnerSecret = configuration["Partners:Secret"] ?? throw new InvalidOperationException("Partners:Secret is not configured.");

    public string ResetLink(string address) => $"{address}?token={NewResetToken()}";

    public byte[] Hash(string password, string salt) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(salt + password)); // expect BST3081

    public byte[] Stretch(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, 10_000, HashAlgorithmName.SHA256, 32); // expect BST3081

    public bool IsPartner(HttpRequest request) =>
        request.Headers["X-Partner-Secret"] == _partnerSecret; // expect BST3058

    public bool IsSigned(byte[] body, byte[] signature, byte[] key) =>
        HMACSHA256.HashData(key, body).SequenceEqual(signature); // expect BST3058

    // Right: drawn by the generator, slow, compared in a time that tells nothing; a delay that nobody profits from guessing.
    public string DrawnToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public byte[] StretchWell(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);

    public bool IsSignedWell(byte[] body, byte[] signature, byte[] key) => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, body), signature);

    public TimeSpan Delay(Random random) => TimeSpan.FromMilliseconds(random.Next(100, 500));

    private static string NewResetToken()
    {
        var resetToken = Guid.NewGuid().ToString("N"); // expect BST3057
        return resetToken;
    }
}
