using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.IntegrationTests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.IntegrationTests;

/// <summary>The endpoints that the model reads out of the sources are those that the running application has.</summary>
[Collection(nameof(SampleBuilds))]
public sealed class EndpointOracleTests(SampleBuilds samples)
{
    [Theory]
    [InlineData("Storefront")]
    [InlineData("Storefront.Violations")]
    [InlineData("Storefront.Bare")]
    public async Task The_model_finds_the_endpoints_of_the_running_application(string sample)
    {
        var project = await samples.Built(sample, "recommended");
        var compilation = project.Compilation();

        var model = new EndpointModel(new CodeBase(compilation)).All(CancellationToken.None)
            .Select(endpoint => EndpointLine.Of(endpoint.Route(CancellationToken.None).Text, endpoint.Verbs(CancellationToken.None) ?? ["?"],
                endpoint.Authorization(CancellationToken.None).State.ToString(), endpoint.RateLimit(CancellationToken.None) is { Name: { } name } ? name : endpoint.RateLimit(CancellationToken.None).State.ToString()));
        var running = await ListAsync(project, sample);

        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(string.Join("\n", running.Order(StringComparer.Ordinal)), string.Join("\n", model.Order(StringComparer.Ordinal)));
    }

    private static async Task<string[]> ListAsync(TestProject project, string sample)
    {
        var list = project.PathOf("endpoints.txt");
        var self = typeof(EndpointDump).Assembly;
        var run = await DotnetCli.RunApplicationAsync(project.PathOf($"bin/Debug/net10.0/{sample}.dll"), new()
        {
            ["DOTNET_STARTUP_HOOKS"] = self.Location,
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = self.GetName().Name,
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Database__Path"] = project.PathOf("oracle.db"),
            [EndpointDump.FileVariable] = list,
        });
        run.MustSucceed();
        return await File.ReadAllLinesAsync(list);
    }
}
