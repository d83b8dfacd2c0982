using System.Text;

namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>Reads texts in Base64, also in the alphabet for URLs and without padding.</summary>
internal static class Base64Text
{
    /// <summary>The text; null where it is none.</summary>
    public static string? Decode(string encoded)
    {
        var plain = encoded.Replace('-', '+').Replace('_', '/');
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '=')));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
