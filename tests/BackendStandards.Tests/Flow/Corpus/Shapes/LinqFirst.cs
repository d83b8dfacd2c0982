// First, Single, Last and ElementAt.
internal sealed class Picks
{
    public void Asked()
    {
        var names = new[] { INPUT };
        SINK(names.First()); // vulnerable
        SINK(names.Single()); // vulnerable
        SINK(names.ElementAt(0)); // vulnerable
    }

    public void Fixed()
    {
        var asked = INPUT;
        var names = new[] { "north", "south" };
        SINK(names.First()); // safe
        SINK(names.FirstOrDefault(name => name == asked) ?? "none"); // safe
        SINK(names.FirstOrDefault(name => name == asked) ?? asked); // vulnerable
    }
}
