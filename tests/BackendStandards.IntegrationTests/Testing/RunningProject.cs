using System.Diagnostics;

namespace BackendStandards.IntegrationTests.Testing;

/// <summary>Runs what a project built, and asks it over HTTP.</summary>
internal static class RunningProject
{
    private const string Listening = "Now listening on: ";

    /// <summary>Starts the application in Production, asks for each path, and ends it.</summary>
    public static async Task<Dictionary<string, (int Status, string Body)>> AskAsync(this TestProject project, string assembly, IEnumerable<string> paths, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [project.PathOf($"bin/Debug/net10.0/{assembly}.dll")]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = project.Folder };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync();
            while (line is not null && !line.Contains(Listening, StringComparison.Ordinal)) line = await process.StandardOutput.ReadLineAsync();
            Assert.NotNull(line);
            _ = process.StandardOutput.ReadToEndAsync();

            using var client = new HttpClient { BaseAddress = new(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim()), Timeout = TimeSpan.FromSeconds(30) };
            var answers = new Dictionary<string, (int, string)>();
            foreach (var path in paths)
            {
                using var response = await client.GetAsync(path);
                answers[path] = ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
            }

            return answers;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }
}
