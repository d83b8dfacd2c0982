using System.Text.Json;
using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>BST2007 for the validation of minimal APIs, proven by asking: ASP.NET Core's own format before, an error of the envelope with its details after.</summary>
public sealed class ValidationFixTests
{
    private const string Properties = """
        <Project>
          <PropertyGroup>
            <BackendStandardsEnvelope>full</BackendStandardsEnvelope>
            <InterceptorsNamespaces>$(InterceptorsNamespaces);Microsoft.Extensions.Validation.Generated</InterceptorsNamespaces>
          </PropertyGroup>
        </Project>
        """;

    private const string Program = """
        using System.ComponentModel.DataAnnotations;
        using BackendStandards;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddValidation();
        var app = builder.Build();
        app.MapGet("/v1/items", ([Range(1, 10)] int count) => ApiResults.Ok(count));
        app.Run();
        """;

    private static readonly string[] Paths = ["/v1/items?count=3", "/v1/items?count=99"];

    [Fact]
    public async Task The_validation_of_minimal_APIs_answers_in_the_format()
    {
        var project = TestProject.FromFiles("ValidationFix", ("Directory.Build.props", Properties), ("Program.cs", Program));
        var build = await project.BuildAsync();
        build.Cli.MustSucceed();
        Assert.Equal(8, Assert.Single(build.Findings, finding => finding.Rule == "BST2007").Line);
        var before = await project.AskAsync("Small", Paths);

        (await DotnetCli.RunAsync(project.Folder, "format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", "BST2007")).MustSucceed();
        build = await project.BuildAsync("--no-restore");
        build.Cli.MustSucceed();
        var after = await project.AskAsync("Small", Paths);

        Assert.DoesNotContain(build.Findings, finding => finding.Rule == "BST2007");
        Assert.Equal(before[Paths[0]], after[Paths[0]]);
        Assert.Equal((400, 400), (before[Paths[1]].Status, after[Paths[1]].Status));
        Assert.DoesNotContain("success", before[Paths[1]].Body, StringComparison.Ordinal);
        using var body = JsonDocument.Parse(after[Paths[1]].Body);
        Assert.False(body.RootElement.GetProperty("success").GetBoolean());
        Assert.Equal("VALIDATION_ERROR", body.RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("count", Assert.Single(body.RootElement.GetProperty("error").GetProperty("details").EnumerateArray()).GetProperty("field").GetString());
    }
}
