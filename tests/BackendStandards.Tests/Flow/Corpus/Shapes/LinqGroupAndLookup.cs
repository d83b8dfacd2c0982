// Groups and look-ups by a key.
internal sealed class Groups
{
    public void ByKey()
    {
        var groups = INPUT.Split(',').GroupBy(part => part.Length);
        SINK(string.Join(",", groups.Select(group => group.First()))); // vulnerable
        SINK(string.Join(",", groups.Select(group => group.Key))); // safe
        SINK(string.Join(",", groups.Select(group => group.Count()))); // safe
    }

    public void Dictionaries()
    {
        var lengths = INPUT.Split(',').ToDictionary(part => part, part => part.Length);
        SINK(string.Join(",", lengths.Keys)); // vulnerable
        SINK(string.Join(",", lengths.Values)); // safe
    }
}
