// Join and Concat over several texts.
internal sealed class Joins
{
    public void Joined()
    {
        SINK(string.Join(", ", "north", INPUT)); // vulnerable
        SINK(string.Join(", ", "north", "south")); // safe
        SINK(string.Join(", ", INPUT.Length, 7)); // safe
        SINK(string.Join(INPUT, "north", "south")); // vulnerable
    }

    public void Concatenated()
    {
        SINK(string.Concat("a", "b", INPUT)); // vulnerable
        SINK(string.Concat("a", "b", "c")); // safe
        SINK(string.Concat(Enumerable.Repeat("?,", INPUT.Length))); // safe
    }
}
