using System.Text;

namespace BackendStandards.Tests.Testing;

/// <summary>
/// Credentials in the formats of real issuers, made when the tests run: none stands in the repository, where scanners would find it, and none was ever issued.
/// The same on every run.
/// </summary>
internal static class Tokens
{
    public const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    public const string Hex = "0123456789abcdef";
    public const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    public const string Lower = "0123456789abcdefghijklmnopqrstuvwxyz";
    public const string Base64 = Alphanumeric + "+/";
    public const string Digits = "0123456789";

    /// <summary>Characters of an alphabet, evenly mixed.</summary>
    public static string Random(string alphabet, int length, int seed = 17)
    {
        var random = new Random(seed + length);
        return string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }

    /// <summary>A token with GitHub's and npm's check digits.</summary>
    public static string Checked(string prefix)
    {
        var body = Random(Alphanumeric, 30);
        return prefix + body + CheckDigits(body);
    }

    public static string JsonWebToken(string payload = """{"sub":"orders","name":"Warehouse"}""", string header = """{"alg":"HS256","typ":"JWT"}""") =>
        $"{Encode(header)}.{Encode(payload)}.{Random(Alphanumeric, 43)}";

    /// <summary>A private key's text, with the line ends that are asked for.</summary>
    public static string PrivateKey(string lineEnd = "\n", string kind = "RSA PRIVATE KEY") =>
        $"-----BEGIN {kind}-----{lineEnd}{Random(Base64, 64, 1)}{lineEnd}{Random(Base64, 64, 2)}{lineEnd}-----END {kind}-----";

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string CheckDigits(string body)
    {
        var crc = uint.MaxValue;
        foreach (var c in body)
        {
            crc ^= c;
            for (var i = 0; i < 8; i++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(crc & 1));
        }
        crc = ~crc;
        var digits = "";
        for (var i = 0; i < 6; i++, crc /= 62) digits = Alphanumeric[(int)(crc % 62)] + digits;
        return digits;
    }
}
