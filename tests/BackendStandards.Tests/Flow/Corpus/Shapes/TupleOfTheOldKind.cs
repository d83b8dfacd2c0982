// System.Tuple and KeyValuePair.
internal sealed class OldPairs
{
    public void Tuples()
    {
        var pair = Tuple.Create(INPUT, "north");
        SINK(pair.Item1); // vulnerable
        SINK(pair.Item2); // safe
    }

    public void Made()
    {
        var pair = new Tuple<string, string>("north", INPUT);
        SINK(pair.Item1); // safe
        SINK(pair.Item2); // vulnerable
    }

    public void KeyAndValue()
    {
        var pair = new KeyValuePair<string, string>("region", INPUT);
        SINK(pair.Key); // safe
        SINK(pair.Value); // vulnerable
    }
}
