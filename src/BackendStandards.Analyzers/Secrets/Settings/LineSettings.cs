using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Secrets.Settings;

/// <summary>Reads files with a setting on each line: <c>.env</c> (<c>NAME=value</c>), and the environment in compose files (<c>NAME: value</c>, <c>- NAME=value</c>).</summary>
internal static class LineSettings
{
    private static readonly char[] Separators = ['=', ':'];

    public static IEnumerable<SettingEntry> Read(string text, bool isYaml)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (ReadLine(text, start, end, isYaml) is { } entry) yield return entry;
            start = end + 1;
        }
    }

    private static SettingEntry? ReadLine(string text, int start, int end, bool isYaml)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || (isYaml && text[start] is '-' or '"' or '\''))) start++;
        if (start >= end || text[start] == '#') return null;
        var separator = isYaml ? text.IndexOfAny(Separators, start, end - start) : text.IndexOf('=', start, end - start);
        if (separator <= start) return null;
        var key = text.Substring(start, separator - start).Trim().Trim('"', '\'');
        if (key.StartsWith("export ", StringComparison.Ordinal)) key = key.Substring(7).Trim();
        var from = separator + 1;
        while (from < end && char.IsWhiteSpace(text[from])) from++;
        var to = end;
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        if (from < to && text[from] is '"' or '\'' && text.IndexOf(text[from], from + 1, to - from - 1) is var close and > 0) to = close + 1;
        else if (text.IndexOf(" #", from, to - from, StringComparison.Ordinal) is var comment and >= 0) to = comment;
        var value = text.Substring(from, to - from).Trim('"', '\'');
        return value.Length == 0 ? null : new SettingEntry(key, value, TextSpan.FromBounds(from, to));
    }
}
