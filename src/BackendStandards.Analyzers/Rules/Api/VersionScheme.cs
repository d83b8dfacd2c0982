using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>
/// How a route template writes its version: before or after <c>api</c>, and with a <c>v</c> or as a bare number. Null where the template does not show it.
/// </summary>
internal sealed record VersionScheme(bool? IsAfterApi, bool? HasLetter)
{
    private static readonly Regex Numbered = new(@"^(v?)(\d+(\.\d+)?|\{[^}]*apiVersion[^}]*\})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The scheme of a template; null where it has no version, or a date, which is a choice of its own.</summary>
    public static VersionScheme? Of(string template)
    {
        var segments = template.TrimStart('~').Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < segments.Length; i++)
        {
            if (Numbered.Match(segments[i]) is not { Success: true } match) continue;
            var hasLetter = match.Groups[1].Length > 0;
            // A bare whole number may be anything.
            if (!hasLetter && match.Groups[2].Value.All(char.IsDigit)) continue;
            bool? isAfterApi = i > 0 && IsApi(segments[i - 1]) ? true : i + 1 < segments.Length && IsApi(segments[i + 1]) ? false : null;
            return new(isAfterApi, hasLetter);
        }
        return null;
    }

    /// <summary>What most templates of a compilation do, as they are spelled; what the standard shows (<c>/api/v1</c>) where as many do the one as the other.</summary>
    public static VersionScheme UsualIn(Compilation compilation, CancellationToken cancellation)
    {
        int after = 0, before = 0, letters = 0, numbers = 0;
        foreach (var scheme in SpelledTemplates.In(compilation, cancellation).Select(Of).OfType<VersionScheme>())
        {
            if (scheme.IsAfterApi is { } isAfter) _ = isAfter ? after++ : before++;
            if (scheme.HasLetter is { } hasLetter) _ = hasLetter ? letters++ : numbers++;
        }
        return new(after + before == 0 ? null : after >= before, letters + numbers == 0 ? null : letters >= numbers);
    }

    private static bool IsApi(string segment) => segment.Equals("api", StringComparison.OrdinalIgnoreCase);
}
