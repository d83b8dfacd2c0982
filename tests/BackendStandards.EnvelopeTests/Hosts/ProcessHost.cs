using System.Diagnostics;

namespace BackendStandards.EnvelopeTests.Hosts;

/// <summary>The application as a process of its own.</summary>
public abstract class ProcessHost(string file, params string[] arguments) : Host
{
    private const string Announcement = "Listening on ";

    private Process? _process;

    private protected override async Task<Uri> StartAsync()
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "None";
        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal)) return new(line[Announcement.Length..]);
        }

        throw new InvalidOperationException($"'{file} {string.Join(' ', arguments)}' ended without having listened.");
    }

    private protected override async Task StopAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
