using System.Diagnostics;

namespace BackendStandards.EnvelopeBenchmarks;

/// <summary>What one answer took.</summary>
internal readonly record struct Measured(double Microseconds, double Bytes);

/// <summary>Asks again and again.</summary>
internal static class Measure
{
    /// <summary>The best of the rounds, for each host: what else the machine does only adds to a time.</summary>
    public static async Task<Measured[]> RunAsync(int rounds, int calls, string path, params Host[] hosts)
    {
        var measured = hosts.Select(_ => new List<Measured>()).ToArray();
        for (var round = -2; round < rounds; round++)
        {
            for (var host = 0; host < hosts.Length; host++)
            {
                var one = await AskAsync(hosts[host], calls, path);
                if (round >= 0) measured[host].Add(one);
            }
        }

        return [.. measured.Select(list => new Measured(list.Min(one => one.Microseconds), list.Min(one => one.Bytes)))];
    }

    private static async Task<Measured> AskAsync(Host host, int calls, string path)
    {
        var answer = host.Answering(path);
        using var scope = host.Scope();
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++) await answer(host.Request(scope, path));
        var elapsed = Stopwatch.GetElapsedTime(clock);
        return new(elapsed.TotalMicroseconds / calls, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls);
    }
}
