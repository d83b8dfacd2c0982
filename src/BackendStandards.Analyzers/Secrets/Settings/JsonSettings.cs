using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Secrets.Settings;

/// <summary>Reads the texts of a JSON file as configuration does, and more leniently: comments, trailing commas, a byte order mark, duplicate keys and half-typed files are read for what is there.</summary>
internal static class JsonSettings
{
    private const int DeepestNesting = 64;

    public static IEnumerable<SettingEntry> Read(string text)
    {
        // For each object or array that is open: its key, and the position in an array, or -1.
        var open = new List<(string Path, int Index)>();
        string? key = null;
        for (var i = 0; i < text.Length; i++)
            switch (text[i])
            {
                case '/' when i + 1 < text.Length && text[i + 1] is '/' or '*':
                    i = EndOfComment(text, i);
                    break;
                case '{' or '[':
                    open.Add((PathOf(open, key), text[i] == '[' ? 0 : -1));
                    key = null;
                    if (open.Count > DeepestNesting) yield break;
                    break;
                case '}' or ']':
                    if (open.Count > 0) open.RemoveAt(open.Count - 1);
                    key = null;
                    break;
                case ',':
                    key = null;
                    if (open.Count > 0 && open[open.Count - 1] is { Index: >= 0 } array) open[open.Count - 1] = (array.Path, array.Index + 1);
                    break;
                case '"':
                    var (value, end) = ReadText(text, i);
                    if (key is null && open.Count > 0 && open[open.Count - 1].Index < 0 && IsKey(text, end)) key = value;
                    else
                    {
                        yield return new SettingEntry(PathOf(open, key), value, TextSpan.FromBounds(i, end));
                        key = null;
                    }
                    i = end - 1;
                    break;
            }
    }

    private static string PathOf(List<(string Path, int Index)> open, string? key)
    {
        if (open.Count == 0) return key ?? "";
        var (path, index) = open[open.Count - 1];
        var last = index >= 0 ? index.ToString(CultureInfo.InvariantCulture) : key ?? "";
        return path.Length == 0 ? last : $"{path}:{last}";
    }

    private static bool IsKey(string text, int end)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        return end < text.Length && text[end] == ':';
    }

    private static int EndOfComment(string text, int start)
    {
        var end = text[start + 1] == '/' ? text.IndexOf('\n', start) : text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        return end < 0 ? text.Length : text[start + 1] == '/' ? end : end + 1;
    }

    // A text ends at its quote, or where the line does: half-typed.
    private static (string Value, int End) ReadText(string text, int start)
    {
        var value = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '"') return (value.ToString(), i + 1);
            if (text[i] == '\n') return (value.ToString(), i);
            if (text[i] != '\\' || i + 1 >= text.Length) value.Append(text[i]);
            else if (text[++i] == 'u' && i + 4 < text.Length && int.TryParse(text.Substring(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                value.Append((char)code);
                i += 4;
            }
            else value.Append(text[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var c => c });
        }
        return (value.ToString(), text.Length);
    }
}
