namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>Tells private keys in PEM from texts that only speak of them.</summary>
internal static class PrivateKeys
{
    private const string Label = "PRIVATE KEY";
    private const string Dashes = "-----";
    private const int ShortestKey = 60;

    /// <summary>Reads a key from behind <c>-----BEGIN </c>. A header alone is what parsers look for.</summary>
    public static int Scan(string text, int start)
    {
        var close = text.IndexOf(Dashes, start, StringComparison.Ordinal);
        if (close < 0 || close - start > 40 || text.IndexOf(Label, start, close - start, StringComparison.Ordinal) < 0) return -1;
        // An encrypted key opens nothing without its passphrase.
        if (text.IndexOf("ENCRYPTED", start, close - start, StringComparison.Ordinal) >= 0) return -1;
        var body = new char[ShortestKey];
        var count = 0;
        var end = close + Dashes.Length;
        for (; end < text.Length && count < ShortestKey; end++)
        {
            if (Alphabets.Has(Alphabet.Base64, text[end])) body[count++] = text[end];
            else if (text[end] == '\\' && end + 1 < text.Length && text[end + 1] is 'n' or 'r') end++;
            else if (!char.IsWhiteSpace(text[end])) return -1;
        }
        if (count < ShortestKey || !TokenShapes.IsRandom(new string(body), 0, count)) return -1;
        while (end < text.Length && text[end] != '-') end++;
        return end;
    }
}
