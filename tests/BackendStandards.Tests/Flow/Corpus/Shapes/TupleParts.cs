// The items of a tuple, named and not.
internal sealed class PairReader
{
    public void Named()
    {
        var pair = (Customer: INPUT, Region: "north");
        SINK(pair.Customer); // vulnerable
        SINK(pair.Region); // safe
    }

    public void Returned()
    {
        var pair = Read();
        SINK(pair.Item1); // safe
        SINK(pair.Item2); // vulnerable
    }

    private static (string, string) Read() => ("north", INPUT);
}
