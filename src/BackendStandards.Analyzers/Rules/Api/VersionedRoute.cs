using System.Text.RegularExpressions;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>What counts as a version in a route, and where it would go.</summary>
internal static class VersionedRoute
{
    // v1, v2.0, v1beta1; v{version}, {version:apiVersion}; 1.0; 2024-05-01. A word that only starts with v is none.
    private static readonly Regex Version = new(
        @"^(v\d[\w.\-]*|v?\{[^}]*version[^}]*\}|\d+\.\d+|\d{4}-\d{2}-\d{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether a segment of a route is a version.</summary>
    public static bool IsVersion(string segment) => Version.IsMatch(segment);

    /// <summary>
    /// The text with a version segment put in: after a leading <c>api</c>, which is added where nothing stands before the text.
    /// How the text starts (<c>/</c>, <c>~/</c>, neither) stays.
    /// </summary>
    public static string Insert(string text, string version, bool hasPrefix)
    {
        var start = text.StartsWith("~/", StringComparison.Ordinal) ? 2 : text.StartsWith("/", StringComparison.Ordinal) ? 1 : 0;
        var (lead, rest) = (text.Substring(0, start), text.Substring(start));
        if (StartsWithApi(rest)) return lead + rest.Substring(0, 3) + "/" + version + rest.Substring(3);
        var put = hasPrefix ? version : "api/" + version;
        return lead + (rest.Length == 0 ? put : put + "/" + rest);
    }

    private static bool StartsWithApi(string text) =>
        text.StartsWith("api", StringComparison.OrdinalIgnoreCase) && (text.Length == 3 || text[3] == '/');
}
