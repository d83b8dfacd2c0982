namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>Reads runs of an alphabet's characters.</summary>
internal static class Alphabets
{
    /// <summary>Where the run of an alphabet's characters that begins at <paramref name="start"/> ends.</summary>
    public static int EndOfRun(string text, int start, Alphabet alphabet)
    {
        var end = start;
        while (end < text.Length && Has(alphabet, text[end])) end++;
        return end;
    }

    /// <summary>Whether all characters of a part are the alphabet's.</summary>
    public static bool Spells(string text, int start, int length, Alphabet alphabet) =>
        start >= 0 && start + length <= text.Length && EndOfRun(text, start, alphabet) >= start + length;

    public static bool Has(Alphabet alphabet, char c) => alphabet switch
    {
        Alphabet.Hex => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'),
        Alphabet.Upper => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z'),
        Alphabet.Lower => c is (>= '0' and <= '9') or (>= 'a' and <= 'z'),
        Alphabet.Word => IsAlphanumeric(c) || c == '_',
        Alphabet.Base64Url => IsAlphanumeric(c) || c is '_' or '-',
        Alphabet.Base64 => IsAlphanumeric(c) || c is '+' or '/',
        _ => IsAlphanumeric(c),
    };

    /// <summary>Whether a character is an ASCII letter or digit.</summary>
    public static bool IsAlphanumeric(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
