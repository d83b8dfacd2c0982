// Set operations over lists, one of which was asked for.
internal sealed class SetOperations
{
    private static readonly string[] Known = ["north", "south"];

    public void United()
    {
        SINK(string.Join(",", Known.Union(INPUT.Split(',')))); // vulnerable
        SINK(string.Join(",", Known.Concat(INPUT.Split(',')))); // vulnerable
    }

    public void Met()
    {
        SINK(string.Join(",", INPUT.Split(',').Intersect(Known))); // safe
        SINK(string.Join(",", Known.Intersect(INPUT.Split(',')))); // safe
    }

    public void Left()
    {
        SINK(string.Join(",", Known.Except(INPUT.Split(',')))); // safe
        SINK(string.Join(",", INPUT.Split(',').Except(Known))); // vulnerable
    }
}
