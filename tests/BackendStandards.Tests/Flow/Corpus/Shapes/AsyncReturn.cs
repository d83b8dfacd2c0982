// async and await: the value comes out of a task.
internal sealed class AsyncReader
{
    public async Task Asked()
    {
        var name = await ReadAsync();
        SINK(name); // vulnerable
    }

    public async Task Fixed()
    {
        var region = await RegionAsync();
        SINK(region); // safe
    }

    private static async Task<string> ReadAsync()
    {
        await Task.Delay(1);
        return INPUT;
    }

    private static async Task<string> RegionAsync()
    {
        await Task.Delay(1);
        return "north";
    }
}
