using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Judges by its looks whether a constant text is a real credential.</summary>
internal static class SecretValues
{
    private const int ShortestGivenPassword = 4;
    private const int ShortestPassword = 6;
    private const int ShortestSecret = 12;
    private const int LongestSecret = 1024;
    private static readonly string[] Schemes = ["Bearer ", "Basic ", "ApiKey "];

    /// <summary>Whether a text under a credential's name is one: not a label, a name, a path, a placeholder or the name again.</summary>
    public static bool IsSecret(string value, CredentialName name)
    {
        var chosen = name.Kind is CredentialKind.Password or CredentialKind.Passphrase;
        if (value.Length < (chosen ? ShortestPassword : ShortestSecret) || value.Length > LongestSecret) return false;
        if (name.Kind != CredentialKind.Passphrase && value.Any(char.IsWhiteSpace)) return false;
        if (Repeats(value, name.Term) || Placeholders.Includes(value) || IsName(value) || HasHoles(value)) return false;
        return chosen || IsGuid(value) || (!IsReadable(value) && (Entropy.IsRandom(value) || IsScrambled(value)));
    }

    /// <summary>Whether a text that certainly is handed over as a password is a real one: any word will do, but no blank to be filled in.</summary>
    public static bool IsGivenPassword(string value) =>
        value.Length is >= ShortestGivenPassword and <= LongestSecret && !value.All(char.IsWhiteSpace) && !HasHoles(value) && !value.Contains("://")
        && (Placeholders.AreWords(value) || !Placeholders.Includes(value));

    // A passphrase of five words has four.
    private const int MostBlanks = 4;

    /// <summary>
    /// Whether a text looks drawn or made up to be hard to guess: letters and digits mixed, or many signs, without what joins words and numbers in names, paths, dates and formats.
    /// Few texts of a program do; a sentence or a query never does, whatever signs are in it.
    /// </summary>
    public static bool LooksDrawn(string value)
    {
        if (value.Length is < ShortestPassword or > 200) return false;
        int letters = 0, digits = 0, signs = 0, changes = 0, blanks = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsLetter(c)) letters++;
            else if (char.IsDigit(c)) digits++;
            else if (c is '!' or '@' or '#' or '$' or '^' or '&' or '*' or '~' or ';' or '?' or '>') signs++;
            else if (c is '{' or '}' or '\n' || (char.IsWhiteSpace(c) && ++blanks > MostBlanks)) return false;
            if (i > 0 && char.IsDigit(c) != char.IsDigit(value[i - 1])) changes++;
        }
        if (signs >= 3 && letters > 0) return true;
        // SHA256, column12: a word with a number.
        return letters > 0 && digits > 0 && letters + digits + signs >= value.Length - 2 && !value.Any(char.IsWhiteSpace) && value.IndexOfAny(['/', '.', ':', ',', '(']) < 0 && (changes >= 2 || signs > 0);
    }

    /// <summary>Whether a text is <c>user:password</c>, as basic authentication sends it.</summary>
    public static bool IsLogin(string value) => value.IndexOf(':') is var colon and > 0 && !value.Any(char.IsWhiteSpace) && IsGivenPassword(value.Substring(colon + 1)) && IsGivenPassword(value);

    /// <summary>Whether a text may be a secret under any name at all: most texts are not, and are told here at no cost.</summary>
    public static bool MayBeSecret(string value) => value.Length is >= ShortestPassword and <= LongestSecret && !value.All(IsNameCharacter);

    /// <summary>What stands before the token in the value of an <c>Authorization</c> header, with the blank; else empty.</summary>
    public static string SchemeOf(string value) => Schemes.FirstOrDefault(scheme => value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) ?? "";

    /// <summary>Whether a text is a GUID with its dashes, which may be an id as well as a key.</summary>
    public static bool IsGuid(string value) => Guid.TryParseExact(value, "D", out _) || Guid.TryParseExact(value, "B", out _);

    // The name again: Password = "Password", apiKey = "X-Api-Key".
    private static bool Repeats(string value, IReadOnlyList<string> term)
    {
        var words = Words.Split(value);
        return term.Any(word => word.Length >= 5 ? value.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 : words.Contains(word))
            || value.IndexOf("password", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    // Letters and what joins words: an identifier, a path, a route, a media type, a URN; a setting's key such as Jwt:Key2; an address.
    private static bool IsName(string value)
    {
        if (value.All(IsNameCharacter)) return true;
        if (value.Contains("://") || (value.StartsWith("/", StringComparison.Ordinal) && !value.EndsWith("=", StringComparison.Ordinal)) || value.StartsWith("~/", StringComparison.Ordinal) || value.StartsWith("./", StringComparison.Ordinal)) return true;
        if (Uri.IsWellFormedUriString(value, UriKind.Absolute) && value.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)) return true;
        var segments = value.Split([":", "__"], StringSplitOptions.None);
        return segments.Length > 1 && char.IsLetter(value[0])
            && segments.All(segment => segment.Length > 0 && (char.IsLetter(segment[0]) || segment.All(char.IsDigit)) && segment.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.'));
    }

    private static bool IsNameCharacter(char c) => char.IsLetter(c) || c is '.' or '/' or '\\' or '-' or '_' or ':' or '+' or ',' or '~';

    private static bool HasHoles(string value)
    {
        var open = value.IndexOf('{');
        return open >= 0 && value.IndexOf('}', open) > open;
    }

    // Made of words, with a number here and there: sha256-with-rsa, OAuth2TokenV2.
    private static bool IsReadable(string value)
    {
        var letters = value.Count(char.IsLetter);
        if (letters == 0 || letters == value.Length) return letters > 0;
        if (value.Any(char.IsLower) && value.Any(char.IsUpper)) return InWords(value) * 2 >= value.Length;
        var pieces = value.Split('-', '_', '.', '/', ':', '+', '=');
        return pieces.Length > 2 && pieces.Where(IsWord).Sum(piece => piece.Count(char.IsLetter)) * 10 >= letters * 6;
    }

    // orders, v2
    private static bool IsWord(string piece)
    {
        var word = piece.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return piece.Length - word.Length <= 2 && word.All(char.IsLetter);
    }

    // How many characters stand in runs of four or more small letters, each with its capital.
    private static int InWords(string value)
    {
        var total = 0;
        for (var i = 0; i < value.Length;)
        {
            var end = i;
            while (end < value.Length && char.IsLower(value[end])) end++;
            if (end - i >= 4) total += end - i + (i > 0 && char.IsUpper(value[i - 1]) ? 1 : 0);
            i = Math.Max(end, i + 1);
        }
        return total;
    }

    // Letters and at least three digits with no word among them.
    private static bool IsScrambled(string value)
    {
        var run = 0;
        foreach (var c in value)
        {
            run = char.IsLower(c) ? run + 1 : 0;
            if (run >= 6) return false;
        }
        return value.Any(char.IsLetter) && value.Count(char.IsDigit) >= 3;
    }
}
