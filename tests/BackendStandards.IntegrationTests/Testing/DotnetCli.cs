using System.Text;
using CliWrap;

namespace BackendStandards.IntegrationTests.Testing;

/// <summary>Runs the <c>dotnet</c> command, two at a time at most.</summary>
internal static class DotnetCli
{
    private static readonly SemaphoreSlim Slots = new(2);

    // What the test host inherits from the build that started it would reach into the builds under test.
    private static readonly Dictionary<string, string?> Variables = new()
    {
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBUILDTERMINALLOGGER"] = "off",
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildSDKsPath"] = null,
    };

    public static Task<CliResult> RunAsync(string folder, params string[] arguments) => RunAsync(folder, Variables, arguments, null);

    /// <summary>Runs an application for a minute at most, with variables of its own.</summary>
    public static Task<CliResult> RunApplicationAsync(string assembly, Dictionary<string, string?> variables) =>
        RunAsync(Path.GetDirectoryName(assembly)!, Variables.Concat(variables).ToDictionary(), [assembly], TimeSpan.FromMinutes(1));

    private static async Task<CliResult> RunAsync(string folder, Dictionary<string, string?> variables, string[] arguments, TimeSpan? limit)
    {
        using var cancellation = new CancellationTokenSource(limit ?? TimeSpan.FromMinutes(10));
        await Slots.WaitAsync();
        try
        {
            var output = new StringBuilder();
            var sink = PipeTarget.ToStringBuilder(output);
            var result = await Cli.Wrap("dotnet").WithArguments(arguments).WithWorkingDirectory(folder).WithEnvironmentVariables(variables)
                .WithStandardOutputPipe(sink).WithStandardErrorPipe(sink).WithValidation(CommandResultValidation.None).ExecuteAsync(cancellation.Token);
            return new(result.ExitCode, output.ToString());
        }
        finally
        {
            Slots.Release();
        }
    }
}
