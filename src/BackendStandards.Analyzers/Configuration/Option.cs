using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Configuration;

/// <summary>
/// A setting in <c>.editorconfig</c> or a <c>.globalconfig</c>. It is declared beside the rule that reads it and listed in <see cref="KnownOptions"/>;
/// <c>docs/options.md</c> is rendered from that list.
/// </summary>
internal abstract class Option
{
    /// <summary>What every key starts with.</summary>
    public const string Prefix = "backend_standards.";

    private protected Option(string name, string values, string defaultText, string summary) =>
        (Key, Values, DefaultText, Summary) = (Prefix + name, values, defaultText, summary);

    /// <summary>The whole key, in lower case.</summary>
    public string Key { get; }

    /// <summary>What the value may be, in a user's words: <c>path, header or any</c>.</summary>
    public string Values { get; }

    /// <summary>The default as it would be written in a file.</summary>
    public string DefaultText { get; }

    /// <summary>What it decides, in one sentence.</summary>
    public string Summary { get; }

    /// <summary>Whether a value as written in a file can be used.</summary>
    public abstract bool Accepts(string text);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static Option<bool> Flag(string name, bool byDefault, string summary) =>
        new(name, "`true` or `false`", byDefault ? "true" : "false", byDefault, summary, bool.TryParse);

    /// <summary>A number that is not negative.</summary>
    public static Option<int> Number(string name, int byDefault, string summary) =>
        new(name, "a number", byDefault.ToString(System.Globalization.CultureInfo.InvariantCulture), byDefault, summary, TryNumber);

    /// <summary>One of the members of an enum, written in snake_case.</summary>
    public static Option<TEnum> Choice<TEnum>(string name, TEnum byDefault, string summary)
        where TEnum : struct, Enum
    {
        var members = ((TEnum[])Enum.GetValues(typeof(TEnum))).ToImmutableDictionary(member => Words.ToSnakeCase(member.ToString()), StringComparer.OrdinalIgnoreCase);
        var values = ((TEnum[])Enum.GetValues(typeof(TEnum))).Select(member => $"`{Words.ToSnakeCase(member.ToString())}`").ToArray();
        var listed = values.Length == 1 ? values[0] : $"{string.Join(", ", values.Take(values.Length - 1))} or {values[values.Length - 1]}";
        return new(name, listed, Words.ToSnakeCase(byDefault.ToString()), byDefault, summary, members.TryGetValue);
    }

    /// <summary>A comma-separated list; entries are trimmed, case is ignored, an empty list is allowed.</summary>
    public static Option<ImmutableHashSet<string>> List(string name, string summary, params string[] byDefault) =>
        new(name, "a comma-separated list", byDefault.Length == 0 ? "(empty)" : string.Join(", ", byDefault),
            byDefault.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase), summary, TryList);

    /// <summary>A regular expression, matched anywhere in a value within 50 milliseconds; none by default.</summary>
    public static Option<Regex?> Pattern(string name, string summary) => new(name, "a regular expression", "(none)", null, summary, TryPattern);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);

    private static bool TryPattern(string text, out Regex? pattern)
    {
        try
        {
            pattern = text.Length == 0 ? null : new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(50));
            return true;
        }
        catch (ArgumentException)
        {
            pattern = null;
            return false;
        }
    }

    private static bool TryList(string text, out ImmutableHashSet<string> entries)
    {
        entries = text.Split(',').Select(entry => entry.Trim()).Where(entry => entry.Length > 0).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return true;
    }
}
