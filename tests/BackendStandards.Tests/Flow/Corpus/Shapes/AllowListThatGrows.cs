// A list to which what was asked for is added allows everything.
internal sealed class GrowingList
{
    private readonly HashSet<string> _seen = new() { "Id" };
    private readonly HashSet<string> _fixed = new() { "Id" };

    public void Grown()
    {
        var column = INPUT;
        _seen.Add(column);
        if (!_seen.Contains(column)) return;
        SINK(column); // vulnerable
    }

    public void Fixed()
    {
        var column = INPUT;
        if (!_fixed.Contains(column)) return;
        SINK(column); // safe
    }
}
