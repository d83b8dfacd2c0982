// Task.FromResult, ValueTask, Result, ConfigureAwait, WhenAll, Task.Run.
internal sealed class AsyncVariants
{
    public async Task Wrapped()
    {
        SINK(await Task.FromResult(INPUT)); // vulnerable
        SINK(await Task.FromResult("north")); // safe
        SINK(await Read().ConfigureAwait(false)); // vulnerable
        SINK(await Region().ConfigureAwait(false)); // safe
    }

    public void Blocking()
    {
        SINK(Read().Result); // vulnerable
        SINK(Region().GetAwaiter().GetResult()); // safe
    }

    public async Task Together()
    {
        var names = await Task.WhenAll(Region(), Read());
        SINK(names[1]); // vulnerable
        var regions = await Task.WhenAll(Region(), Region());
        SINK(regions[1]); // safe
    }

    public async Task Started()
    {
        SINK(await Task.Run(() => INPUT)); // vulnerable
        SINK(await Task.Run(() => "north")); // safe
        SINK(await Quick()); // safe
    }

    private static async Task<string> Read()
    {
        await Task.Yield();
        return INPUT;
    }

    private static Task<string> Region() => Task.FromResult("north");

    private static ValueTask<string> Quick() => new("north");
}
