using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>The packed package on both samples: the findings are those that the sources expect, no more and no less.</summary>
[Collection(nameof(SampleBuilds))]
public sealed class SampleFindingsTests(SampleBuilds samples)
{
    /// <summary>The rules that suggest: strict raises them one step, to warnings.</summary>
    private static readonly string[] Suggestions = ["BST1010", "BST1011", "BST1012", "BST1013", "BST1020", "BST1021", "BST1024", "BST1031", "BST2004", "BST2007", "BST3003", "BST3060", "BST6004", "BST6023", "BST8001", "BST8002", "BST8003", "BST9001"];

    [Theory]
    [InlineData("Storefront.Violations", "recommended")]
    [InlineData("Storefront.Violations", "strict")]
    [InlineData("Storefront.Bare", "recommended")]
    public async Task Violations_are_found_where_they_are_expected_and_nowhere_else(string sample, string profile)
    {
        var build = await samples.Build(sample, profile);

        var differences = Expectations.Compare(Expectations.In(Repository.PathOf("samples", sample)), build.Findings);

        Assert.True(differences.Length == 0, "\n" + differences);
    }

    [Theory]
    [InlineData("recommended")]
    [InlineData("strict")]
    public async Task The_shop_done_right_has_no_finding(string profile)
    {
        var build = await samples.Build("Storefront", profile);

        build.Cli.MustSucceed();
        Assert.Empty(build.Findings);
        Assert.DoesNotContain(build.MustHaveLog().Findings, finding => finding.Suppressed);
    }

    [Fact]
    public async Task Recommended_warns_and_lets_the_build_pass()
    {
        var build = await samples.Build("Storefront.Violations", "recommended");

        build.Cli.MustSucceed();
        Assert.NotEmpty(build.Findings);
        Assert.All(build.Findings, finding => Assert.Equal(Suggestions.Contains(finding.Rule) ? "note" : "warning", finding.Level));
    }

    [Fact]
    public async Task Strict_fails_the_build()
    {
        var build = await samples.Build("Storefront.Violations", "strict");

        Assert.NotEqual(0, build.Cli.ExitCode);
        Assert.NotEmpty(build.Findings);
        Assert.All(build.Findings, finding => Assert.Equal(Suggestions.Contains(finding.Rule) ? "warning" : "error", finding.Level));
    }

    [Fact]
    public async Task Sarif_carries_the_help_link_and_the_weakness_of_each_rule()
    {
        var build = await samples.Build("Storefront.Violations", "recommended");

        var rules = build.MustHaveLog().Rules;
        Assert.NotEmpty(rules);
        Assert.All(rules.Values, rule =>
        {
            var id = rule.GetProperty("id").GetString()!;
            Assert.EndsWith($"/docs/rules/{id}.md", rule.GetProperty("helpUri").GetString());
            // A wrong verb, status code or format is a fault of the contract, a missing layer one of the structure, and no weakness.
            if (id.StartsWith("BST0", StringComparison.Ordinal) || id.StartsWith("BST20", StringComparison.Ordinal)
                || id is "BST1003" or "BST1010" or "BST1011" or "BST1012" or "BST1013" or "BST1020" or "BST1021" or "BST1022" or "BST1023" or "BST1024" or "BST1042" or "BST9001") return;
            var tags = rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!).ToList();
            Assert.Contains(tags, tag => tag.StartsWith("OWASP-", StringComparison.Ordinal));
            if (id is not ("BST1001" or "BST1030" or "BST1031" or "BST1043" or "BST8001" or "BST8002" or "BST8003")) Assert.Contains(tags, tag => tag.StartsWith("CWE-", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task No_build_shows_an_analyzer_that_failed()
    {
        foreach (var sample in (string[])["Storefront", "Storefront.Violations"])
            foreach (var profile in (string[])["recommended", "strict"])
            {
                var build = await samples.Build(sample, profile);
                Assert.DoesNotContain("AD0001", build.Cli.Output);
                Assert.DoesNotContain("CS8032", build.Cli.Output);
                Assert.DoesNotContain("CS9057", build.Cli.Output);
            }
    }
}
