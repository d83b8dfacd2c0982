using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Docs;

/// <summary>What the pages say is true: their examples compile, report what they say, and the fix turns one into the other.</summary>
public class PageTests
{
    public static TheoryData<string> Ids => [.. Shipped.Rules.Select(rule => rule.Rule.Id)];

    public static TheoryData<string> IdsWithExamples => [.. Shipped.Rules.Select(rule => rule.Rule.Id).Where(id => !id.StartsWith("BST0", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page(string id)
    {
        var page = new RulePage(id);
        Assert.True(page.Exists, $"{page.RelativePath} is missing");
        Assert.StartsWith($"# {id}: {Shipped.Rule(id).Title}\n", page.Text);
        foreach (var section in new[] { "## Why", "## When to suppress" }) Assert.Contains($"\n{section}\n", page.Text);
    }

    [Theory]
    [MemberData(nameof(IdsWithExamples))]
    public async Task Bad_example_reports_the_rule_alone(string id)
    {
        var found = await FindingsAsync(id, "bad");
        Assert.Contains(found, finding => finding.Id == id);
        Assert.All(found, finding => Assert.Equal(id, finding.Id));
    }

    [Theory]
    [MemberData(nameof(IdsWithExamples))]
    public async Task Good_example_reports_nothing(string id) =>
        Assert.Empty((await FindingsAsync(id, "good")).Select(finding => finding.ToString()));

    [Theory]
    [MemberData(nameof(IdsWithExamples))]
    public async Task Fix_turns_bad_into_good(string id)
    {
        if (!Shipped.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id))) return;
        var page = new RulePage(id);
        Assert.Equal(Assert.Single(page.Blocks("good")), await Fixer.FixAsync(Assert.Single(page.Blocks("bad")), id));
    }

    // An example shows one thing: what an application as a whole lacks is asked on the rule's own page. A path with a client's name in it is BST3025 as well.
    private static bool Counts(Diagnostic finding, string id) => finding.Id == id || (id, finding.Id) != ("BST3005", "BST3025") && finding.Id is not ("BST2001" or "BST2006" or "BST3030" or "BST3050" or "BST8001" or "BST8002" or "BST8003");

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(string id, string kind) => [.. (await AllFindingsAsync(id, kind)).Where(finding => Counts(finding, id))];

    private static async Task<IReadOnlyList<Diagnostic>> AllFindingsAsync(string id, string kind)
    {
        var page = new RulePage(id);
        var block = Assert.Single(page.Blocks(kind));
        if (page.ShowsSettings) return await Sources.AnalyzeAsync(Sources.Compile("class Sample;"), SettingsFiles.Options(("appsettings.json", block)));
        Compilation compilation = Sources.Compile(block);
        // A page shows one file of a project that is not small.
        if (id == "BST9001") compilation = compilation.AddSyntaxTrees(Enumerable.Range(1, 20).Select(file => Sources.Tree("", $"File{file}.cs")));
        if (Envelope.IsNeededBy(id)) compilation = compilation.AddSyntaxTrees(Envelope.Trees);
        if (NativeProject.IsNeededBy(id)) compilation = NativeProject.WithJson(compilation);
        // What this rule is about does not compile: it says what to do then.
        if ((id, kind) != ("BST2093", "bad")) Assert.Empty(compilation.GetDiagnostics().Where(fault => fault.Severity == DiagnosticSeverity.Error).Select(fault => fault.ToString()));
        return await Sources.AnalyzeAsync(compilation, NativeProject.IsNeededBy(id) ? NativeProject.Options : null);
    }
}
