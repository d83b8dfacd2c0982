using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>Whatever a project says of a rule wins over the profile; and what each profile does.</summary>
public sealed class SeverityTests
{
    // One finding of BST6001 a file, and one of BST1030, which the minimal profile silences. Nothing runs the application: that would be told what it lacks as a whole.
    private const string Finding = "class Plain { static void Show(string password) => System.Console.WriteLine(password); }";
    private const string Routes = """
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.Create(args);
        app.MapGet("/orders", () => 1);
        """;

    [Fact]
    public async Task What_stands_in_the_sources_and_beside_them_wins_over_strict()
    {
        var build = await Project("strict", ("Silenced.cs", Named("Silenced")), ("Suggested.cs", Named("Suggested")), ("Warned.cs", Named("Warned")),
            ("Pragma.cs", $"#pragma warning disable BST6001\n{Named("Pragma")}"),
            ("Suppressed.cs", $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Security\", \"BST6001\", Justification = \"Because.\")]\n{Named("Suppressed")}"),
            (".editorconfig", """
                root = true
                [Silenced.cs]
                dotnet_diagnostic.BST6001.severity = none
                [Suggested.cs]
                dotnet_diagnostic.BST6001.severity = suggestion
                [Warned.cs]
                dotnet_diagnostic.BST6001.severity = warning
                """)).BuildAsync("-p:BackendStandardsProfile=strict");

        Assert.NotEqual(0, build.Cli.ExitCode);
        Assert.Equal("error", build.LevelIn("Plain.cs"));
        Assert.Equal("error", build.LevelIn("Routes.cs"));
        Assert.Null(build.LevelIn("Silenced.cs"));
        Assert.Equal("note", build.LevelIn("Suggested.cs"));
        Assert.Equal("warning", build.LevelIn("Warned.cs"));
        Assert.Null(build.LevelIn("Pragma.cs"));
        Assert.Null(build.LevelIn("Suppressed.cs"));
    }

    [Fact]
    public async Task NoWarn_wins_over_strict()
    {
        var build = await Project("nowarn").BuildAsync("-p:BackendStandardsProfile=strict", "-p:NoWarn=BST6001%3bBST1030");

        build.Cli.MustSucceed();
        Assert.Empty(build.Findings);
    }

    [Fact]
    public async Task A_globalconfig_of_the_project_wins_over_strict()
    {
        var build = await Project("globalconfig", (".globalconfig", """
            is_global = true
            dotnet_diagnostic.BST6001.severity = none
            dotnet_diagnostic.BST1030.severity = warning
            """)).BuildAsync("-p:BackendStandardsProfile=STRICT");

        build.Cli.MustSucceed();
        Assert.Null(build.LevelIn("Plain.cs"));
        Assert.Equal("warning", build.LevelIn("Routes.cs"));
    }

    [Fact]
    public async Task A_severity_by_category_wins_over_recommended()
    {
        var build = await Project("category", (".editorconfig", """
            root = true
            [*.cs]
            dotnet_analyzer_diagnostic.category-BackendStandards.Reliability.severity = error
            dotnet_analyzer_diagnostic.category-BackendStandards.Api.severity = none
            """)).BuildAsync();

        Assert.NotEqual(0, build.Cli.ExitCode);
        Assert.Equal("error", build.LevelIn("Plain.cs"));
        Assert.Null(build.LevelIn("Routes.cs"));
    }

    [Fact]
    public async Task An_editorconfig_can_raise_a_rule_above_recommended()
    {
        var build = await Project("raised", (".editorconfig", """
            root = true
            [*.cs]
            dotnet_diagnostic.BST6001.severity = error
            """)).BuildAsync();

        Assert.NotEqual(0, build.Cli.ExitCode);
        Assert.Equal("error", build.LevelIn("Plain.cs"));
        Assert.Equal("warning", build.LevelIn("Routes.cs"));
    }

    [Fact]
    public async Task Warnings_as_errors_fail_the_recommended_profile()
    {
        var build = await Project("warnaserror").BuildAsync("-warnaserror");

        Assert.NotEqual(0, build.Cli.ExitCode);
    }

    [Fact]
    public async Task Minimal_keeps_secrets_and_injections_and_off_keeps_nothing()
    {
        var project = Project("quiet");

        var minimal = await project.BuildAsync("-p:BackendStandardsProfile=minimal");
        var off = await project.BuildAsync("--no-restore", "-p:BackendStandardsProfile=off");

        Assert.Equal("warning", minimal.LevelIn("Plain.cs"));
        Assert.Null(minimal.LevelIn("Routes.cs"));
        Assert.Empty(off.Findings);
        off.Cli.MustSucceed();
    }

    [Fact]
    public async Task An_unknown_profile_fails_the_build_and_names_the_known_ones()
    {
        var build = await Project("unknown").BuildAsync("-p:BackendStandardsProfile=strikt");

        Assert.NotEqual(0, build.Cli.ExitCode);
        Assert.Contains("BackendStandardsProfile is 'strikt': use off, minimal, recommended or strict.", build.Cli.Output);
    }

    private static TestProject Project(string name, params (string, string)[] files) =>
        TestProject.FromFiles($"severity-{name}", [("Plain.cs", Finding), ("Routes.cs", Routes), .. files]);

    private static string Named(string type) => Finding.Replace("Plain", type, StringComparison.Ordinal);
}
