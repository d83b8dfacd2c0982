namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>Tells signed JSON web tokens, which say themselves what they are.</summary>
internal static class JsonWebTokens
{
    private const int ShortestHeader = 16;
    private const int PrefixLength = 3;

    /// <summary>Reads a token from behind its first three characters.</summary>
    public static int Scan(string text, int start)
    {
        start -= PrefixLength;
        var header = Alphabets.EndOfRun(text, start, Alphabet.Base64Url);
        if (header - start < ShortestHeader || header + 3 >= text.Length || text[header] != '.' || string.CompareOrdinal(text, header + 1, "ey", 0, 2) != 0) return -1;
        var payload = Alphabets.EndOfRun(text, header + 1, Alphabet.Base64Url);
        if (payload >= text.Length || text[payload] != '.') return -1;
        var end = Alphabets.EndOfRun(text, payload + 1, Alphabet.Base64Url);
        // Unsigned tokens, and cut ones, open nothing.
        if (end - payload - 1 < 32 || !TokenShapes.IsRandom(text, payload + 1, end)) return -1;
        return Base64Text.Decode(text.Substring(start, header - start)) is { } head && IsHeader(head)
            && Base64Text.Decode(text.Substring(header + 1, payload - header - 1)) is { } claims && !IsPublic(claims) ? end : -1;
    }

    private static bool IsHeader(string json) =>
        json.StartsWith("{", StringComparison.Ordinal) && json.EndsWith("}", StringComparison.Ordinal) && json.Contains("\"alg\"") && !json.Contains("\"none\"");

    // Supabase's key for browsers is a token that everybody is given; jwt.io's is everybody's sample.
    private static bool IsPublic(string claims) => claims.Contains("\"role\":\"anon\"") || claims.Contains("\"sub\":\"1234567890\"");
}
