using System.Net;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Secrets.Settings;

/// <summary>
/// Reads the settings of an XML configuration file: <c>&lt;add key="…" value="…"/&gt;</c>, connection strings, other attributes and the texts of elements. Tag by tag, so that a half-typed
/// file is read for what is there.
/// </summary>
internal static class XmlSettings
{
    private static readonly string[] NameAttributes = ["key", "name"];
    private static readonly string[] ValueAttributes = ["value", "connectionString"];

    public static IEnumerable<SettingEntry> Read(string text)
    {
        for (var i = text.IndexOf('<'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('<', i))
        {
            if (EndOfOther(text, i) is { } end)
            {
                i = end;
                continue;
            }
            var name = NameAt(text, i + 1);
            var attributes = new List<(string Name, string Value, TextSpan Span)>();
            i = ReadAttributes(text, i + 1 + name.Length, attributes);
            foreach (var entry in Entries(name, attributes)) yield return entry;
            // <ApiKey>…</ApiKey>
            var close = text.IndexOf('<', i);
            if (attributes.Count == 0 && close > i && name.Length > 0 && string.CompareOrdinal(text, close, "</" + name, 0, name.Length + 2) == 0 && text[i - 1] == '>')
                yield return new SettingEntry(name, WebUtility.HtmlDecode(text.Substring(i, close - i)).Trim(), TextSpan.FromBounds(i, close));
        }
    }

    private static IEnumerable<SettingEntry> Entries(string element, List<(string Name, string Value, TextSpan Span)> attributes)
    {
        var key = attributes.FirstOrDefault(attribute => NameAttributes.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase)).Value;
        foreach (var (name, value, span) in attributes)
            if (key is not null && ValueAttributes.Contains(name, StringComparer.OrdinalIgnoreCase)) yield return new SettingEntry(key, value, span);
            else if (!NameAttributes.Contains(name, StringComparer.OrdinalIgnoreCase)) yield return new SettingEntry($"{element}:{name}", value, span);
    }

    // Comments, closing tags, declarations and CDATA hold no settings.
    private static int? EndOfOther(string text, int start)
    {
        var end = string.CompareOrdinal(text, start, "<!--", 0, 4) == 0 ? text.IndexOf("-->", start, StringComparison.Ordinal)
            : text[start + 1] is '/' or '?' or '!' ? text.IndexOf('>', start) : 0;
        return end == 0 ? null : end < 0 ? text.Length : end;
    }

    private static string NameAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or ':')) end++;
        return text.Substring(start, end - start);
    }

    /// <summary>Reads to behind the tag's end.</summary>
    private static int ReadAttributes(string text, int start, List<(string, string, TextSpan)> attributes)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '>') return i + 1;
            if (text[i] == '<') return i;
            var name = NameAt(text, i);
            if (name.Length == 0) continue;
            i += name.Length;
            while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] == '=')) i++;
            if (i >= text.Length || text[i] is not ('"' or '\'')) { i--; continue; }
            var end = text.IndexOf(text[i], i + 1);
            if (end < 0) return text.Length;
            attributes.Add((name, WebUtility.HtmlDecode(text.Substring(i + 1, end - i - 1)), TextSpan.FromBounds(i, end + 1)));
            i = end;
        }
        return text.Length;
    }
}
