// The elements of an array are told apart by constant indexes.
internal sealed class ArrayReader
{
    public void Elements()
    {
        var parts = new string[3];
        parts[0] = "north";
        parts[1] = INPUT;
        parts[2] = "south";
        SINK(parts[1]); // vulnerable
        SINK(parts[0]); // safe
        SINK(parts[2]); // safe
    }

    public void Initialized()
    {
        string[] parts = { "north", INPUT };
        SINK(parts[0]); // safe
        SINK(parts[1]); // vulnerable
    }

    public void Overwritten()
    {
        string[] parts = { INPUT, "north" };
        parts[0] = "south";
        SINK(parts[0]); // safe
        SINK(string.Concat(parts)); // safe
    }
}
