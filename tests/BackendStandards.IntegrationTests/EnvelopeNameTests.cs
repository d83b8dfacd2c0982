using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>BST2093 is about code that mostly does not compile: it has to be read beside the compiler's own messages, in a build that fails.</summary>
public sealed class EnvelopeNameTests
{
    private const string Properties = "<Project><PropertyGroup><BackendStandardsEnvelope>full</BackendStandardsEnvelope></PropertyGroup></Project>";

    private const string Program = """
        using BackendStandards;
        using Shop;

        var answer = ApiResponse.Fail("CLOSED", "The order is closed.");
        System.Console.WriteLine(answer);

        namespace Shop
        {
            public static class ApiResponse
            {
                public static string Of(string code) => code;
            }
        }
        """;

    [Fact]
    public async Task What_to_do_about_a_clash_is_said_in_the_build_that_fails_of_it()
    {
        var project = TestProject.FromFiles("EnvelopeNames", ("Directory.Build.props", Properties), ("Program.cs", Program));

        var build = await project.BuildAsync();

        Assert.NotEqual(0, build.Cli.ExitCode);
        Assert.Contains("CS0104", build.Cli.Output, StringComparison.Ordinal);
        Assert.Contains("BST2093", build.Cli.Output, StringComparison.Ordinal);
        Assert.Contains("write BackendStandards.ApiResponse", build.Cli.Output, StringComparison.Ordinal);
    }
}
