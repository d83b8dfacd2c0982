// Which element a list gives depends on what was put in before and taken out.
internal sealed class Positions
{
    public void Added()
    {
        var names = new List<string> { "north" };
        names.Add(INPUT);
        names.Add("south");
        SINK(names[1]); // vulnerable
        SINK(names[0]); // safe
        SINK(names[2]); // safe
    }

    public void Removed()
    {
        var names = new List<string> { "north", INPUT, "south" };
        names.RemoveAt(0);
        SINK(names[0]); // vulnerable
        SINK(names[1]); // safe
    }

    public void BadOneRemoved()
    {
        var names = new List<string> { INPUT, "north" };
        names.RemoveAt(0);
        SINK(names[0]); // safe
    }
}
