namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>The check digits at the end of GitHub's and npm's tokens: CRC-32 of the random part, in base 62.</summary>
internal static class Checksum
{
    private const int Length = 6;
    private const uint Polynomial = 0xEDB88320;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Whether the last characters of a token's body are the check digits of those before them.</summary>
    public static bool Holds(string body) => body.Length > Length && Of(body, body.Length - Length) == body.Substring(body.Length - Length);

    private static string Of(string text, int length)
    {
        var crc = uint.MaxValue;
        for (var i = 0; i < length; i++)
        {
            crc ^= text[i];
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
        }
        crc = ~crc;
        var digits = new char[Length];
        for (var i = Length - 1; i >= 0; i--, crc /= (uint)Digits.Length) digits[i] = Digits[(int)(crc % (uint)Digits.Length)];
        return new string(digits);
    }
}
