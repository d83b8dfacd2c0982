// The two ends of a linked list.
internal sealed class Chain
{
    public void Ends()
    {
        var names = new LinkedList<string>();
        names.AddLast("north");
        names.AddLast(INPUT);
        SINK(names.First!.Value); // safe
        SINK(names.Last!.Value); // vulnerable
    }

    public void FirstEnd()
    {
        var names = new LinkedList<string>();
        names.AddLast("north");
        names.AddFirst(INPUT);
        SINK(names.First()); // vulnerable
        SINK(names.Last()); // safe
    }
}
