using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Code;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>A route template, or a part of one. Each part that the source does not show is a <see cref="Hole"/>.</summary>
internal readonly record struct RoutePattern(string Text)
{
    /// <summary>Stands for text that cannot be seen.</summary>
    public const string Hole = Values.Hole;

    private static readonly Regex Parameter = new(@"(?<!\{)\{\**([A-Za-z_][\w\-]*)", RegexOptions.CultureInvariant);

    /// <summary>Whether all of it is seen.</summary>
    public bool IsKnown => Text.IndexOf(Hole, StringComparison.Ordinal) < 0;

    /// <summary>The parts between slashes.</summary>
    public IReadOnlyList<string> Segments => Text.Split(new[] { '/' }, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The names of its parameters.</summary>
    public IEnumerable<string> ParameterNames => Parameter.Matches(Text).Cast<Match>().Select(match => match.Groups[1].Value);

    /// <summary>The template for a person: what is not seen is an ellipsis.</summary>
    public override string ToString() => Text.Replace(Hole, "…");

    /// <summary>Two parts with one slash between them, and one before.</summary>
    public static RoutePattern Combine(string? prefix, string? rest)
    {
        var left = (prefix ?? "").Trim('/');
        var right = (rest ?? "").Trim('/');
        return new("/" + (left.Length == 0 ? right : right.Length == 0 ? left : left + "/" + right));
    }
}
