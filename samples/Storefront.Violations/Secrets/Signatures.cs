using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Storefront.Violations.Secrets;

public static class Signatures
{
    private const string WebhookKey = "MyMRDqj5lGboW4aZu41i36ed2HsmGFO5WkQnICmLAqI7LfXz"; // expect BST4003

    public static byte[] OfWebhook(byte[] body)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(WebhookKey));
        return hmac.ComputeHash(body);
    }

    public static byte[] OfReceipt(byte[] receipt) =>
        HMACSHA256.HashData("Jx8kgs8TTJSSDCshlF58swfxktKmyYY92NXGq4xf"u8, receipt); // expect BST4003

    public static SigningCredentials ForPartners() =>
        new(new SymmetricSecurityKey(Convert.FromBase64String("7NI1mWc5p9qv0L42TuMuRSfGneCvklRBtJo6gFhkxeA=")), SecurityAlgorithms.HmacSha256); // expect BST4003

    public static byte[] Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromHexString("3cbcc14740c141ab96ba9ce695300cf3"); // expect BST4003
        return aes.EncryptCbc(plain, aes.IV);
    }

    public static byte[] EncryptNote(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = new byte[] { 0x32, 0x70, 0x33, 0xF3, 0x4D, 0x76, 0x5D, 0x8F, 0x6D, 0x34, 0x31, 0xD5, 0xB3, 0xAD, 0xD9, 0x54 }; // expect BST4003
        return aes.EncryptCbc(plain, aes.IV);
    }

    // Right: the key comes from outside, or is made for the moment.
    public static byte[] WithConfiguredKey(IConfiguration configuration, byte[] body)
    {
        var key = configuration["Webhooks:SigningKey"] ?? throw new InvalidOperationException("Webhooks:SigningKey is not configured.");
        return HMACSHA256.HashData(Convert.FromBase64String(key), body);
    }

    public static byte[] WithPassingKey(byte[] body) => HMACSHA256.HashData(RandomNumberGenerator.GetBytes(32), body);

    // A file's first bytes are no key.
    public static bool IsPng(byte[] file) => file.AsSpan().StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A });
}
