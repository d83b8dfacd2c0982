// await foreach over an asynchronous iterator.
using System.Runtime.CompilerServices;

internal sealed class AsyncStreams
{
    public async Task Asked()
    {
        await foreach (var name in NamesAsync()) SINK(name); // vulnerable
    }

    public async Task Fixed()
    {
        await foreach (var region in RegionsAsync()) SINK(region); // safe
    }

    private static async IAsyncEnumerable<string> NamesAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Delay(1, cancellation);
        yield return INPUT;
    }

    private static async IAsyncEnumerable<string> RegionsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Delay(1, cancellation);
        yield return "north";
    }
}
