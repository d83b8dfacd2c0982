// Collection expressions with spreads.
internal sealed class Collections
{
    public void Spread()
    {
        string[] preset = ["north", "south"];
        List<string> all = [.. preset, INPUT];
        SINK(string.Join(",", all)); // vulnerable
        List<string> regions = [.. preset, "east"];
        SINK(string.Join(",", regions)); // safe
    }

    public void Elements()
    {
        string[] names = ["north", INPUT];
        SINK(names[1]); // vulnerable
        SINK(names[0]); // safe
    }
}
