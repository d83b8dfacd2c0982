using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Naming;

/// <summary>Singular and plural of the nouns of a lexicon. It guesses nothing: a word that is not there is unknown, however it ends.</summary>
internal static class EnglishNouns
{
    private static readonly char[] Separators = [' ', '\r', '\n', '\t'];

    private static readonly ImmutableDictionary<string, string> Plurals;
    private static readonly ImmutableDictionary<string, NounNumber> Numbers;

    static EnglishNouns()
    {
        var plurals = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var numbers = ImmutableDictionary.CreateBuilder<string, NounNumber>(StringComparer.Ordinal);
        foreach (var word in Words(NounLexicon.Regular))
        {
            numbers[word] = NounNumber.Singular;
            plurals[word] = Regular(word);
        }
        foreach (var entry in Words(NounLexicon.Irregular))
        {
            var (singular, forms) = (entry.Substring(0, entry.IndexOf(':')), entry.Substring(entry.IndexOf(':') + 1).Split(','));
            numbers[singular] = NounNumber.Singular;
            plurals[singular] = forms[0];
            foreach (var form in forms) Add(numbers, form, NounNumber.Plural);
        }
        foreach (var plural in plurals.Values) Add(numbers, plural, NounNumber.Plural);
        // What is not counted goes before all: "data" is the plural of a word that nobody uses, and "news" of none.
        foreach (var word in Words(NounLexicon.Uncountable)) numbers[word] = NounNumber.Uncountable;
        (Plurals, Numbers) = (plurals.ToImmutable(), numbers.ToImmutable());
    }

    /// <summary>The number of a word in lower case.</summary>
    public static NounNumber NumberOf(string word) => Numbers.TryGetValue(word, out var number) ? number : NounNumber.Unknown;

    /// <summary>The plural of a singular that is known; null for all else.</summary>
    public static string? PluralOf(string word) => NumberOf(word) == NounNumber.Singular ? Plurals[word] : null;

    // One spelling that is the singular of one word and the plural of another says nothing.
    private static void Add(ImmutableDictionary<string, NounNumber>.Builder numbers, string word, NounNumber number) =>
        numbers[word] = numbers.TryGetValue(word, out var other) && other != number ? NounNumber.Unknown : number;

    private static string Regular(string word)
    {
        if (Ends(word, "s") || Ends(word, "x") || Ends(word, "z") || Ends(word, "ch") || Ends(word, "sh")) return word + "es";
        return Ends(word, "y") && word.Length > 1 && "aeiou".IndexOf(word[word.Length - 2]) < 0 ? word.Substring(0, word.Length - 1) + "ies" : word + "s";
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    private static string[] Words(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
