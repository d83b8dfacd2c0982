// Only one element is bad: the first or the last one is asked for.
internal sealed class MixedPicks
{
    public void Ends()
    {
        var names = new List<string> { "north", "south", INPUT };
        SINK(names.First()); // safe
        SINK(names.Last()); // vulnerable
        SINK(names.ElementAt(1)); // safe
    }
}
