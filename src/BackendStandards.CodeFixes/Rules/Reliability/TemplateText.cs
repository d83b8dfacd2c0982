using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Writes the text that is left when a value is taken out of a message: the words that introduced the value go with it.</summary>
internal static class TemplateText
{
    private const int LongestLabel = 3;
    private const string Separators = ",;|-";
    private const string Quotes = "'`([<";
    private const string ClosingQuotes = "'`)]>";

    private static readonly ImmutableHashSet<string> Connectives = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "with", "and", "using", "via", "is", "was", "to", "as", "having", "has", "by", "from", "under", "or", "plus", "of");

    private static readonly ImmutableHashSet<string> Announcing = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "error", "exception", "message", "msg", "reason", "cause", "details", "detail", "ex", "with", "due", "to", "because", "of", "the", "an", "following", "was", "is", "and", "stack", "trace", "stacktrace");

    // "the password": a thing that the sentence is about.
    private static readonly ImmutableHashSet<string> Determiners = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "the", "a", "an", "his", "her", "their", "your", "its");

    /// <summary>
    /// The text in the place of <paramref name="before"/>, the value and <paramref name="after"/>. The first begins at the message's start, or behind another value
    /// (<paramref name="followsValue"/>); the last ends at its end or before another value. Of a reason only the words go that announce one.
    /// </summary>
    public static string Join(string before, string after, bool followsValue, bool precedesValue, bool isReason = false)
    {
        while (before.EndsWith("\\\"", StringComparison.Ordinal) && after.StartsWith("\\\"", StringComparison.Ordinal))
            (before, after) = (before.Substring(0, before.Length - 2), after.Substring(2));
        // An escape such as \n ends what belongs together.
        var from = EndOfLastEscape(before);
        var to = after.IndexOf('\\') is var escape and >= 0 ? escape : after.Length;
        var tail = after.Substring(to);
        var joined = JoinWords(before.Substring(from), after.Substring(0, to), followsValue && from == 0, precedesValue || tail.Length > 0, isReason);
        return before.Substring(0, from) + joined + tail;
    }

    private static string JoinWords(string before, string after, bool followsValue, bool precedesValue, bool isReason)
    {
        while (before.Length > 0 && after.Length > 0 && Quotes.IndexOf(before[before.Length - 1]) is var quote and >= 0 && ClosingQuotes[quote] == after[0])
            (before, after) = (before.Substring(0, before.Length - 1), after.Substring(1));

        var spaced = before.Length > 0 && char.IsWhiteSpace(before[before.Length - 1]);
        var left = before.TrimEnd();
        var assigned = left.EndsWith(":", StringComparison.Ordinal) || left.EndsWith("=", StringComparison.Ordinal);
        left = left.TrimEnd(':', '=').TrimEnd();
        var cut = isReason ? -1 : StartOfLabel(left, assigned, followsValue);
        if (isReason)
        {
            left = WithoutReason(left);
        }
        else if (cut >= 0)
        {
            left = left.Substring(0, cut).TrimEnd();
            if (left.EndsWith("(", StringComparison.Ordinal) && after.TrimStart().StartsWith(")", StringComparison.Ordinal))
                (left, after) = (left.Substring(0, left.Length - 1).TrimEnd(), after.TrimStart().Substring(1));
            else if (left.EndsWith("(", StringComparison.Ordinal))
                after = after.TrimStart(' ', ',', ';');
            else
                left = left.TrimEnd(Separators.ToCharArray()).TrimEnd();
        }
        else if (!followsValue && assigned && after.Length > 0 && Separators.IndexOf(after[0]) >= 0 && left.Split(' ').Length <= LongestLabel)
        {
            left = "";
        }

        if (!isReason) left = WithoutBareSentence(left, after);
        if (left.Length == 0 && !followsValue) return after.TrimStart().TrimStart(Separators.ToCharArray()).TrimStart();
        if (after.Trim().Length == 0 && !precedesValue) return left;
        var touching = after.Length == 0 || char.IsLetterOrDigit(after[0]);
        return left + (touching && (spaced || cut >= 0) && !left.EndsWith("(", StringComparison.Ordinal) ? " " : "") + after;
    }

    // "Import failed with error: ": what is left says that it failed.
    private static string WithoutReason(string left)
    {
        var kept = left;
        while (true)
        {
            kept = kept.TrimEnd().TrimEnd(':', '=', ',', ';', '|', '-', '(', '.').TrimEnd();
            var start = kept.Length;
            while (start > 0 && IsWordCharacter(kept[start - 1])) start--;
            if (start == kept.Length || !Announcing.Contains(kept.Substring(start))) break;
            kept = kept.Substring(0, start);
        }
        return kept.Any(char.IsLetter) ? kept : left.TrimEnd().TrimEnd(':', '=', ',', ';', '-').TrimEnd();
    }

    // "Received. My token is {Token}. Done": nothing is left to say in the second sentence.
    private static string WithoutBareSentence(string left, string after)
    {
        var start = left.LastIndexOf(". ", StringComparison.Ordinal);
        if (start < 0 || (after.Length > 0 && after[0] != '.')) return left;
        var words = left.Substring(start + 2).Split(' ');
        return words.Length <= LongestLabel && IsLabel(words[words.Length - 1]) ? left.Substring(0, after.Length > 0 ? start : start + 1) : left;
    }

    // Where the words that introduce the value begin: " with", ", password", "; api key". Negative where they carry the sentence.
    private static int StartOfLabel(string left, bool assigned, bool followsValue)
    {
        var cut = left.Length;
        var last = "";
        for (var labels = 0; labels <= LongestLabel; labels++)
        {
            var lead = left.Substring(0, cut).TrimEnd();
            var introduces = labels == 0 || assigned || IsLabel(last) || Words.Split(last).Contains("key");
            if (lead.Length == 0) return followsValue && introduces ? 0 : -1;
            var end = lead[lead.Length - 1];
            if (Separators.IndexOf(end) >= 0 || end == '(') return introduces ? lead.Length : -1;
            if (!IsWordCharacter(end)) return -1;
            var start = lead.Length;
            while (start > 0 && IsWordCharacter(lead[start - 1])) start--;
            var word = lead.Substring(start);
            if (Determiners.Contains(word)) return -1;
            if (Connectives.Contains(word)) return introduces && (start > 0 || followsValue) ? start : -1;
            if (labels == 0) last = word;
            cut = start;
        }
        return -1;
    }

    private static bool IsLabel(string word) => SensitiveNames.IsSensitive(word) || PersonalNames.Is(word, strict: true);

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static int EndOfLastEscape(string text)
    {
        var end = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\\')
                end = Math.Min(text.Length, ++i + 1);
        return end;
    }
}
