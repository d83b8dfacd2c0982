using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>
/// Terms of one to three words, looked for at the end of a name: <c>password</c> in <c>newUserPassword2</c>, but not in <c>passwordPolicy</c>.
/// </summary>
internal sealed class TermList
{
    private const int LongestTerm = 3;

    // A word after the term that leaves it the same value.
    private static readonly ImmutableHashSet<string> Neutral = ImmutableHashSet.Create(
        StringComparer.Ordinal, "value", "text", "plain", "plaintext", "raw", "str", "input", "confirmation", "confirm", "repeat", "again", "new", "old", "current", "bytes", "chars");

    private readonly ImmutableHashSet<string> _terms;
    private readonly ImmutableArray<string> _suffixes;

    /// <summary>
    /// The terms, with a space between their words; those of one word in <paramref name="suffixes"/> also end a word,
    /// since JSON keys and environment variables run words together.
    /// </summary>
    public TermList(string[] terms, string[] suffixes)
    {
        _terms = ImmutableHashSet.Create(StringComparer.Ordinal, terms);
        _suffixes = ImmutableArray.Create(suffixes);
    }

    /// <summary>Where the term stands among the words of a name; a negative start where there is none.</summary>
    public (int Start, int End) Find(IReadOnlyList<string> words, Func<string, bool>? further = null)
    {
        var end = words.Count;
        while (end > 0 && (Neutral.Contains(words[end - 1]) || char.IsDigit(words[end - 1][0]))) end--;
        for (var start = Math.Max(0, end - LongestTerm); start < end; start++)
            if (IsTerm(string.Join(" ", words.Skip(start).Take(end - start)), end - start, further))
                return (start, end);
        return (-1, -1);
    }

    private bool IsTerm(string words, int count, Func<string, bool>? further) =>
        _terms.Contains(words) || (count == 1 && _suffixes.Any(suffix => words.EndsWith(suffix, StringComparison.Ordinal))) || further?.Invoke(words) == true;
}
