using System.Collections.Concurrent;
using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>The samples, built with the package; each combination once, for all classes of the collection.</summary>
[CollectionDefinition(nameof(SampleBuilds))]
public sealed class SampleBuilds : ICollectionFixture<SampleBuilds>
{
    private readonly ConcurrentDictionary<(string Sample, string Profile), Lazy<Task<BuildResult>>> _builds = new();
    private readonly ConcurrentDictionary<(string Sample, string Profile), TestProject> _projects = new();

    // Started together, so that two of them run while the first is waited for.
    public SampleBuilds()
    {
        foreach (var profile in (string[])["recommended", "strict"])
        {
            _ = Build("Storefront.Violations", profile);
            _ = Build("Storefront", profile);
        }
        _ = Build("Storefront.Bare", "recommended");
    }

    internal Task<BuildResult> Build(string sample, string profile) => _builds.GetOrAdd((sample, profile), key => new(() => Start(key.Sample, key.Profile))).Value;

    /// <summary>The project that was built.</summary>
    internal async Task<TestProject> Built(string sample, string profile)
    {
        (await Build(sample, profile)).Cli.MustSucceed();
        return _projects[(sample, profile)];
    }

    private Task<BuildResult> Start(string sample, string profile)
    {
        var project = _projects[(sample, profile)] = TestProject.FromSample(sample, $"{sample}-{profile}");
        return project.BuildAsync([$"-p:BackendStandardsProfile={profile}", .. TestProject.KeepsCompilation]);
    }
}
