namespace BackendStandards.IntegrationTests.Testing;

/// <summary>How a build ended, and what the compiler found where it ran.</summary>
internal sealed record BuildResult(CliResult Cli, SarifLog? Log)
{
    /// <summary>The findings of ours that nobody suppressed.</summary>
    public IReadOnlyList<Finding> Findings => [.. MustHaveLog().Findings.Where(finding => !finding.Suppressed)];

    public SarifLog MustHaveLog()
    {
        Assert.True(Log is not null, $"The compiler wrote no log:\n{Cli.Output}");
        return Log;
    }

    /// <summary>The level of the one finding in a file; null where there is none.</summary>
    public string? LevelIn(string file) => Findings.SingleOrDefault(finding => finding.File == file)?.Level;
}
