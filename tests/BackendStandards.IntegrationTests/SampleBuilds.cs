using System.Collections.Concurrent;
using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>The samples, built with the package; each combination once.</summary>
public sealed class SampleBuilds
{
    private readonly ConcurrentDictionary<(string Sample, string Profile), Lazy<Task<BuildResult>>> _builds = new();

    // Started together, so that two of them run while the first is waited for.
    public SampleBuilds()
    {
        foreach (var profile in (string[])["recommended", "strict"])
        {
            _ = Build("Storefront.Violations", profile);
            _ = Build("Storefront", profile);
        }
    }

    internal Task<BuildResult> Build(string sample, string profile) => _builds.GetOrAdd((sample, profile), static key => new(() =>
        TestProject.FromSample(key.Sample, $"{key.Sample}-{key.Profile}").BuildAsync($"-p:BackendStandardsProfile={key.Profile}"))).Value;
}
