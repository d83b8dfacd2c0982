namespace BackendStandards.Analyzers.Flow;

/// <summary>Regular expressions that let nothing through but letters, digits and a few marks that end no token: an allow-list of characters.</summary>
internal static class WordPattern
{
    // What may stand between the anchors: word characters, classes and counts of them, alternatives, and the hyphen.
    private const string Plain = "_-,{}()|?+*[]:";

    // After a backslash: digits, word characters, a hyphen, a boundary.
    private const string Escaped = "dwb-";

    /// <summary>Whether the whole input must consist of such characters.</summary>
    public static bool Allows(string pattern)
    {
        if (pattern.Length < 2 || Start(pattern) is not (> 0 and var start) || End(pattern) is not (> 0 and var end) || start + end > pattern.Length) return false;
        // "^a|b$" anchors either side only once.
        var depth = 0;
        for (var i = start; i < pattern.Length - end; i++)
        {
            var c = pattern[i];
            if (c == '\\')
            {
                if (++i >= pattern.Length - end || Escaped.IndexOf(pattern[i]) < 0) return false;
                continue;
            }
            if (c == '(') depth++;
            if (c == ')') depth--;
            if (c == '|' && depth == 0) return false;
            if (!((c < 128 && char.IsLetterOrDigit(c)) || Plain.IndexOf(c) >= 0)) return false;
        }
        return true;
    }

    /// <summary>Whether a pattern matches one or more characters of any kind but such: <c>[^a-z0-9]</c>, <c>\W+</c>.</summary>
    public static bool Complements(string pattern)
    {
        var plain = pattern.TrimEnd('+', '*');
        if (plain == "\\W") return true;
        if (!plain.StartsWith("[^", StringComparison.Ordinal) || !plain.EndsWith("]", StringComparison.Ordinal)) return false;
        return Allows("^[" + plain.Substring(2) + "$");
    }

    private static int Start(string pattern) => pattern[0] == '^' ? 1 : pattern.StartsWith("\\A", StringComparison.Ordinal) ? 2 : 0;

    private static int End(string pattern) => pattern[pattern.Length - 1] == '$' ? 1 : pattern.EndsWith("\\z", StringComparison.Ordinal) || pattern.EndsWith("\\Z", StringComparison.Ordinal) ? 2 : 0;
}
