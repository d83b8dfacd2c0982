using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>The words of a path segment, and how a style joins them.</summary>
internal static class PathWords
{
    // One word each, whatever capitals their owners put in.
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        StringComparer.Ordinal, "github", "gitlab", "paypal", "youtube", "linkedin", "graphql", "odata", "openid", "openapi", "oauth", "ios", "macos", "ipv4", "ipv6", "whatsapp", "javascript", "typescript", "postgresql",
        "mysql", "mongodb", "wechat", "icloud", "ipad", "iphone", "imdb", "wifi", "hubspot", "onedrive", "sharepoint", "wordpress", "devops", "vcard", "ical", "ebook", "podcast", "tvdb", "tiktok", "quickbooks", "mailchimp",
        "sendgrid", "docusign", "rabbitmq", "signalr", "geojson", "websocket", "websockets", "username", "usernames", "timezone", "timezones", "metadata");

    /// <summary>Whether a segment is written as a style writes it. A digit belongs to the word before it.</summary>
    public static bool Has(string segment, PathStyle style) => style switch
    {
        PathStyle.Kebab or PathStyle.Auto => segment.IndexOf('_') < 0 && !segment.Any(char.IsUpper),
        PathStyle.Snake => segment.IndexOf('-') < 0 && !segment.Any(char.IsUpper),
        PathStyle.Camel => segment.IndexOf('-') < 0 && segment.IndexOf('_') < 0 && !char.IsUpper(segment[0]),
        _ => segment.IndexOf('-') < 0 && segment.IndexOf('_') < 0 && !char.IsLower(segment[0]),
    };

    /// <summary>A segment in a style.</summary>
    public static string In(string segment, PathStyle style)
    {
        var words = Of(segment);
        return style switch
        {
            PathStyle.Kebab or PathStyle.Auto => string.Join("-", words),
            PathStyle.Snake => string.Join("_", words),
            PathStyle.Camel => string.Concat(words.Select((word, i) => i == 0 ? word : Capital(word))),
            _ => string.Concat(words.Select(Capital)),
        };
    }

    /// <summary>
    /// The style that an application keeps to: one in which nine of ten segments are written that show a style at all, among twenty or more.
    /// </summary>
    public static PathStyle UsualIn(IEnumerable<string> templates)
    {
        var shown = new List<string>();
        foreach (var segment in templates.SelectMany(template => template.Split('/')))
            if (segment.Length > 0 && char.IsLetter(segment[0]) && segment.All(c => char.IsLetterOrDigit(c) || c is '-' or '_') && !VersionedRoute.IsVersion(segment) && !segment.Equals("api", StringComparison.OrdinalIgnoreCase)
                && (char.IsUpper(segment[0]) || segment.IndexOf('-') > 0 || segment.IndexOf('_') > 0 || segment.Any(char.IsUpper))) shown.Add(segment);
        if (shown.Count < 20) return PathStyle.Kebab;
        foreach (var style in new[] { PathStyle.Pascal, PathStyle.Camel, PathStyle.Snake })
            if (shown.Count(segment => Has(segment, style)) * 10 >= shown.Count * 9) return style;
        return PathStyle.Kebab;
    }

    /// <summary>The words of a segment, in lower case.</summary>
    public static IReadOnlyList<string> Of(string segment)
    {
        var words = new List<string>();
        foreach (var word in Words.Split(segment))
            if (words.Count > 0 && (char.IsDigit(word[0]) || Names.Contains(words[words.Count - 1] + word))) words[words.Count - 1] += word;
            else words.Add(word);
        return words;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
