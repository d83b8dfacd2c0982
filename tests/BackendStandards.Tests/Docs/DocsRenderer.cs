using System.Text;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Docs;

/// <summary>Renders from the catalogue what would otherwise be written twice.</summary>
internal static class DocsRenderer
{
    /// <summary>Each rendered file, or the rendered part of a file, with its whole text as it should be.</summary>
    public static IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("docs/rules.md", "# Rules\n\nRendered from the catalogue. Severities are those of the `recommended` profile.\n\n" + RuleTable("rules/"));
        yield return ("docs/standard.md", Clauses());
        yield return ("docs/options.md", Options());
        if (File.Exists(Repository.PathOf("README.md"))) yield return ("README.md", Between("README.md", "rules", RuleTable("docs/rules/")));
        yield return ("src/BackendStandards.Analyzers/AnalyzerReleases.Unshipped.md", Unshipped());
        foreach (var profile in new[] { "off", "minimal", "recommended", "strict" })
            yield return ($"src/BackendStandards/buildTransitive/profiles/{profile}.globalconfig", Profile(profile));
        foreach (var (_, rule) in Shipped.Rules.Where(rule => new RulePage(rule.Rule.Id).Exists))
            yield return (new RulePage(rule.Id).RelativePath, Between(new RulePage(rule.Id).RelativePath, "header", Header(rule)));
    }

    private static string RuleTable(string folder)
    {
        var table = new StringBuilder("| Rule | Title | Severity | CWE, OWASP | Fix |\n| --- | --- | --- | --- | --- |\n");
        foreach (var (_, rule) in Shipped.Rules)
            table.Append($"| [{rule.Id}]({folder}{rule.Id}.md) | {rule.Title} | {Severity(rule)} | {string.Join(", ", RuleTags.Cwe(rule).Concat(RuleTags.Owasp(rule)))} | {(HasFix(rule) ? "yes" : "")} |\n");
        return table.ToString();
    }

    private static string Header(DiagnosticDescriptor rule)
    {
        var text = new StringBuilder("\n| | |\n| --- | --- |\n");
        void Row(string name, string value) => text.Append(value.Length == 0 ? "" : $"| {name} | {value} |\n");
        Row("Id", rule.Id);
        Row("Category", rule.Category);
        Row("Severity", $"{Severity(rule)} (`recommended`), {Severity(StrictSeverity(rule))} (`strict`)");
        Row("Fix", HasFix(rule) ? "yes" : "no");
        Row("Clauses", string.Join(", ", RuleTags.Clauses(rule)));
        Row("CWE", string.Join(", ", RuleTags.Cwe(rule)));
        Row("OWASP", string.Join(", ", RuleTags.Owasp(rule)));
        return text.Append($"\n{rule.Description}\n\n").ToString();
    }

    private static string Clauses()
    {
        var text = new StringBuilder("# The standard, clause by clause\n\nRendered from the catalogue. A clause without a rule is planned: it stands in `docs/standard.planned.txt`, which may only shrink.\n\n| Clause | What it asks | Served by |\n| --- | --- | --- |\n");
        foreach (var (id, clause) in Standard.Clauses)
        {
            var served = Shipped.Rules.Where(rule => RuleTags.Clauses(rule.Rule).Contains(id)).Select(rule => $"[{rule.Rule.Id}](rules/{rule.Rule.Id}.md)").ToList();
            text.Append($"| {id} | {clause} | {(served.Count == 0 ? "planned" : string.Join(", ", served))} |\n");
        }
        return text.ToString();
    }

    private static string Options()
    {
        var text = new StringBuilder("# Options\n\nRendered from the options that rules declare. They stand in `.editorconfig` under `[*.cs]`, or in a `.globalconfig`. BST0001 reports a key that is not listed here, and a value that cannot be used.\n\n| Key | Values | Default | What it decides |\n| --- | --- | --- | --- |\n");
        foreach (var option in KnownOptions.All)
            text.Append($"| `{option.Key}` | {option.Values} | {(option.DefaultText.StartsWith('(') ? option.DefaultText : $"`{option.DefaultText}`")} | {option.Summary} |\n");
        return text.ToString();
    }

    private static string Unshipped()
    {
        var text = new StringBuilder("; Unshipped analyzer release\n; https://github.com/dotnet/roslyn-analyzers/blob/main/src/Microsoft.CodeAnalysis.Analyzers/ReleaseTrackingAnalyzers.Help.md\n\n### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\n");
        foreach (var (_, rule) in Shipped.Rules)
            text.Append($"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}\n");
        return text.ToString();
    }

    private static string Profile(string profile)
    {
        var text = new StringBuilder($"# The {profile} profile, rendered from the catalogue. A user's own settings win over it.\nis_global = true\nglobal_level = -50\n");
        // Nothing in recommended: an explicit severity would beat a user's setting for a whole category.
        if (profile == "recommended") return text.ToString();
        text.Append('\n');
        foreach (var (_, rule) in Shipped.Rules)
            if (profile != "minimal" || !rule.CustomTags.Contains(RuleTags.Minimal))
                text.Append($"dotnet_diagnostic.{rule.Id}.severity = {(profile == "strict" ? Severity(StrictSeverity(rule)) : "none")}\n");
        return text.ToString();
    }

    private static DiagnosticSeverity StrictSeverity(DiagnosticDescriptor rule) =>
        rule.DefaultSeverity == DiagnosticSeverity.Info ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;

    private static string Severity(DiagnosticDescriptor rule) => Severity(rule.DefaultSeverity);

    private static string Severity(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Info ? "suggestion" : severity.ToString().ToLowerInvariant();

    private static bool HasFix(DiagnosticDescriptor rule) => Shipped.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(rule.Id));

    /// <summary>A file with what stands between its markers replaced.</summary>
    private static string Between(string path, string marker, string rendered)
    {
        var text = Repository.Read(path.Split('/'));
        var (open, close) = ($"<!-- {marker} -->\n", $"<!-- /{marker} -->");
        var start = text.IndexOf(open, StringComparison.Ordinal);
        var end = text.IndexOf(close, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"{path} lacks the markers '{open.Trim()}' and '{close}'");
        return text[..(start + open.Length)] + rendered + text[end..];
    }
}
