namespace BackendStandards.Analyzers.Roslyn;

/// <summary>Words as a person reads and writes them: those in an identifier, and several in a sentence.</summary>
internal static class Words
{
    /// <summary>
    /// The words of an identifier or key, in lower case: <c>userAPIKey2</c> is user, api, key, 2; <c>ACCESS_TOKEN</c> is access, token;
    /// <c>Jwt:SigningKey</c> is jwt, signing, key. Any other character separates.
    /// </summary>
    public static IReadOnlyList<string> Split(string identifier)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= identifier.Length; i++)
        {
            if (i < identifier.Length && i > start && !StartsWord(identifier, i)) continue;
            if (i > start) Add(identifier, start, i, words);
            start = i;
        }
        return words;
    }

    /// <summary><c>VersionStyle</c> as <c>version_style</c>.</summary>
    public static string ToSnakeCase(string identifier) => string.Join("_", Split(identifier));

    /// <summary>As a sentence lists them: <c>a, b and c</c>; at least one.</summary>
    public static string Listed(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[words.Count - 1];

    private static void Add(string text, int start, int end, List<string> words)
    {
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        if (end > start) words.Add(text.Substring(start, end - start).ToLowerInvariant());
    }

    private static bool StartsWord(string text, int i)
    {
        char before = text[i - 1], here = text[i];
        if (!char.IsLetterOrDigit(here) || !char.IsLetterOrDigit(before)) return true;
        if (char.IsDigit(here) != char.IsDigit(before)) return true;
        if (!char.IsUpper(here)) return false;
        // A capital after a small letter starts a word, and so does the last capital of a run: APIKey is API, Key.
        return char.IsLower(before) || (i + 1 < text.Length && char.IsLower(text[i + 1]));
    }
}
