using System.Text.RegularExpressions;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Docs;

/// <summary>A page of <c>docs/rules</c>.</summary>
internal sealed partial class RulePage(string id)
{
    public string RelativePath => $"docs/rules/{id}.md";

    public bool Exists => File.Exists(Repository.PathOf("docs", "rules", id + ".md"));

    public string Text => Repository.Read("docs", "rules", id + ".md");

    /// <summary>The blocks of a kind: <c>bad</c> or <c>good</c>.</summary>
    public IReadOnlyList<string> Blocks(string kind) => [.. Block().Matches(Text).Where(match => match.Groups["kind"].Value == kind).Select(match => match.Groups["code"].Value)];

    /// <summary>Whether the examples are a settings file rather than source.</summary>
    public bool ShowsSettings => Text.Contains("```json bad\n", StringComparison.Ordinal);

    [GeneratedRegex("^```(csharp|json) (?<kind>bad|good)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
