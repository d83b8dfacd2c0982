using BackendStandards.EnvelopeApp;
using BackendStandards.EnvelopeTests.Hosts;

namespace BackendStandards.EnvelopeTests;

/// <summary>What nobody is told stands in the log: once, with the id that the caller was given.</summary>
public sealed class LogTests(LogTests.Quiet host) : IClassFixture<LogTests.Quiet>
{
    [Theory, Styles("boom", "getter", "filter")]
    public async Task An_exception_is_logged_once_with_its_trace(string style, string path)
    {
        var (_, body) = await host.Client.SendAsync(HttpMethod.Get, $"/{style}/{path}");
        var trace = body.GetProperty("meta").GetProperty("traceId").GetString()!;

        var (_, exception) = Assert.Single(host.Errors, entry => entry.Text.Contains(trace, StringComparison.Ordinal));
        Assert.Contains(Marker.Text, exception!.Message, StringComparison.Ordinal);
        Assert.Single(host.Errors, entry => entry.Exception == exception);
    }

    [Theory, Styles("closed", "todos/999", "levels?level=x")]
    public async Task A_callers_fault_is_no_error_in_the_log(string style, string path)
    {
        await host.Client.SendAsync(HttpMethod.Get, $"/{style}/{path}");

        Assert.DoesNotContain(host.Errors, entry => entry.Exception is OrderClosedException || entry.Exception?.GetType().Name == "BadHttpRequestException");
    }

    /// <summary>An application that nobody else asks.</summary>
    public sealed class Quiet() : InProcessHost("Production");
}
