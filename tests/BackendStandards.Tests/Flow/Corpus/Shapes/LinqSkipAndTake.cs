// Skip and Take drop the one bad element, or keep it.
internal sealed class Windows
{
    public void Dropped()
    {
        var names = new[] { INPUT, "north", "south" };
        SINK(string.Join(",", names.Skip(1))); // safe
        SINK(string.Join(",", names.Take(1))); // vulnerable
    }

    public void Kept()
    {
        var names = new[] { "north", INPUT };
        SINK(string.Join(",", names.Take(1))); // safe
        SINK(string.Join(",", names.Skip(1))); // vulnerable
        SINK(string.Join(",", names.Skip(2))); // safe
    }
}
