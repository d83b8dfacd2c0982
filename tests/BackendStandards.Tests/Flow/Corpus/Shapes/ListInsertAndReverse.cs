// Insert, InsertRange and Reverse move elements.
internal sealed class Moves
{
    public void Inserted()
    {
        var names = new List<string> { "north" };
        names.Insert(0, INPUT);
        SINK(names[0]); // vulnerable
        SINK(names[1]); // safe
    }

    public void Reversed()
    {
        var names = new List<string> { INPUT, "north" };
        names.Reverse();
        SINK(names[0]); // safe
        SINK(names[1]); // vulnerable
    }

    public void Ranged()
    {
        var names = new List<string> { "north" };
        names.AddRange(new[] { "south", INPUT });
        SINK(names[1]); // safe
        SINK(names[2]); // vulnerable
    }
}
