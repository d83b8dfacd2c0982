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
        PathStyle.Kebab => segment.IndexOf('_') < 0 && !segment.Any(char.IsUpper),
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
            PathStyle.Kebab => string.Join("-", words),
            PathStyle.Snake => string.Join("_", words),
            PathStyle.Camel => string.Concat(words.Select((word, i) => i == 0 ? word : Capital(word))),
            _ => string.Concat(words.Select(Capital)),
        };
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
