using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>What the package adds to a project stands up to the strictest settings of that project, in every mode.</summary>
public sealed class EnvelopeWarningTests
{
    [Theory]
    [InlineData("full")]
    [InlineData("types")]
    [InlineData("integration")]
    public async Task Compiles_without_a_warning_at_the_strictest_settings(string mode)
    {
        var project = TestProject.FromFiles($"EnvelopeWarnings-{mode}",
            ("Directory.Build.props", $"""
                <Project>
                  <PropertyGroup>
                    <BackendStandardsEnvelope>{mode}</BackendStandardsEnvelope>
                    <BackendStandardsProfile>strict</BackendStandardsProfile>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <GenerateDocumentationFile>true</GenerateDocumentationFile>
                    <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                    <AnalysisLevel>latest-all</AnalysisLevel>
                    <WarningLevel>9999</WarningLevel>
                  </PropertyGroup>
                </Project>
                """),
            ("Directory.Build.targets", """
                <Project>
                  <PropertyGroup>
                    <EnableNETAnalyzers>true</EnableNETAnalyzers>
                    <OutputType>Library</OutputType>
                  </PropertyGroup>
                  <ItemGroup Condition="'$(BackendStandardsEnvelope)' == 'integration'">
                    <Reference Include="$(MSBuildProjectDirectory)/../EnvelopeWarnings-types-for-integration/bin/Debug/net10.0/Small.dll" />
                  </ItemGroup>
                </Project>
                """));
        if (mode == "integration")
        {
            var types = TestProject.FromFiles("EnvelopeWarnings-types-for-integration",
                ("Directory.Build.props", "<Project><PropertyGroup><BackendStandardsEnvelope>types</BackendStandardsEnvelope></PropertyGroup></Project>"),
                ("Directory.Build.targets", "<Project><PropertyGroup><OutputType>Library</OutputType></PropertyGroup></Project>"));
            (await types.BuildAsync()).Cli.MustSucceed();
            project.Write("Directory.Build.targets", File.ReadAllText(project.PathOf("Directory.Build.targets")).Replace("</OutputType>", "</OutputType><AssemblyName>Integration</AssemblyName>", StringComparison.Ordinal));
        }

        var build = await project.BuildAsync();

        build.Cli.MustSucceed();
        Assert.DoesNotContain("warning ", build.Cli.Output, StringComparison.Ordinal);
    }
}
