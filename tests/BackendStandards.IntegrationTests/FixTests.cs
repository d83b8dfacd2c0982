using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>The fixes, applied from the command line to a copy of the shop done wrong.</summary>
public sealed class FixTests
{
    private static readonly string[] Fixable = ["BST1030", "BST3001", "BST3020", "BST4002", "BST4003", "BST6001"];

    [Fact]
    public async Task Dotnet_format_fixes_what_has_a_safe_fix_and_the_result_builds()
    {
        var project = TestProject.FromSample("Storefront.Violations", "Storefront.Violations-fixed");
        var before = await project.BuildAsync();

        var format = await DotnetCli.RunAsync(project.Folder, ["format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", .. Fixable]);
        var after = await project.BuildAsync("--no-restore");

        format.MustSucceed();
        after.Cli.MustSucceed();
        Assert.True(after.Findings.Count < before.Findings.Count / 2, string.Join("\n", after.Findings));
    }
}
