namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>The keys in Azure's connection strings and addresses.</summary>
internal static class AzureKeys
{
    private const string Padding = "%3D";

    /// <summary>So many characters of Base64 with their padding.</summary>
    public static Func<string, int, int> Padded(int length, string padding) => (text, start) =>
    {
        var end = Alphabets.EndOfRun(text, start, Alphabet.Base64);
        return end - start == length && string.CompareOrdinal(text, end, padding, 0, padding.Length) == 0 && TokenShapes.IsRandom(text, start, end) ? end + padding.Length : -1;
    };

    /// <summary>The signature of a shared access signature, beside the version or expiry that each of them states.</summary>
    public static int Signature(string text, int start)
    {
        var end = start;
        while (end < text.Length && (Alphabets.IsAlphanumeric(text[end]) || text[end] is '%' or '+' or '/')) end++;
        if (end - start < 43 || end - start > 120 || string.Compare(text, end - Padding.Length, Padding, 0, Padding.Length, StringComparison.OrdinalIgnoreCase) != 0) return -1;
        return (Has(text, "sv=") || Has(text, "se=")) && TokenShapes.IsRandom(text, start, end) ? end : -1;
    }

    private static bool Has(string text, string field)
    {
        for (var at = text.IndexOf(field, StringComparison.Ordinal); at >= 0; at = text.IndexOf(field, at + 1, StringComparison.Ordinal))
            if (at == 0 || text[at - 1] is '&' or '?' or ';' or ' ') return true;
        return false;
    }
}
