namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>What follows the beginning of a token: each reads it and answers where it ends, or a negative number.</summary>
internal static class TokenShapes
{
    // Below what 99 of 100 random texts reach, since the format speaks for itself.
    private const double Slack = 0.3;

    /// <summary>So many characters of an alphabet, and no more; random ones.</summary>
    public static Func<string, int, int> Run(Alphabet alphabet, int length) => Run(alphabet, length, length);

    /// <summary>Between so many and so many characters of an alphabet; random ones.</summary>
    public static Func<string, int, int> Run(Alphabet alphabet, int min, int max) => (text, start) =>
    {
        var end = Alphabets.EndOfRun(text, start, alphabet);
        return end - start >= min && end - start <= max && EndsThere(text, end) && IsRandom(text, start, end) ? end : -1;
    };

    /// <summary>Several runs with a character between them; random together.</summary>
    public static Func<string, int, int> Parts(char separator, params (Alphabet Alphabet, int Min, int Max)[] parts) => (text, start) =>
    {
        var end = start;
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0 && (end >= text.Length || text[end++] != separator)) return -1;
            var from = end;
            end = Alphabets.EndOfRun(text, from, parts[i].Alphabet);
            if (end - from < parts[i].Min || end - from > parts[i].Max) return -1;
        }
        return EndsThere(text, end) && Entropy.IsRandom(text.Substring(start, end - start).Replace(separator.ToString(), ""), Slack) ? end : -1;
    };

    /// <summary>A shape that has to hold a certain text.</summary>
    public static Func<string, int, int> With(string marker, Func<string, int, int> shape) => (text, start) =>
        shape(text, start) is var end and >= 0 && text.IndexOf(marker, start, end - start, StringComparison.Ordinal) >= 0 ? end : -1;

    /// <summary>A shape whose last characters are its check digits.</summary>
    public static Func<string, int, int> Checked(Func<string, int, int> shape) => (text, start) =>
        shape(text, start) is var end and >= 0 && Checksum.Holds(text.Substring(start, end - start)) ? end : -1;

    /// <summary>Whether no letter or digit follows.</summary>
    public static bool EndsThere(string text, int end) => end == text.Length || !Alphabets.IsAlphanumeric(text[end]);

    /// <summary>Whether a part of a text looks drawn rather than written.</summary>
    public static bool IsRandom(string text, int start, int end) => Entropy.IsRandom(text.Substring(start, end - start), Slack);
}
