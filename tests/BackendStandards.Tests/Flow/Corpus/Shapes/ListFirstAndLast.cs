// A list with one element that was asked for, or with none.
internal sealed class ListReader
{
    public void Asked()
    {
        var names = new List<string>();
        names.Add(INPUT);
        SINK(names[0]); // vulnerable
    }

    public void Fixed()
    {
        var asked = new List<string> { INPUT };
        var names = new List<string> { "north", "south" };
        names.Add("east" + asked.Count);
        SINK(names[0]); // safe
        SINK(names.Last()); // safe
        SINK(asked.First()); // vulnerable
    }
}
