// A method writes into the object that it is given.
internal sealed class Filter
{
    public string Name { get; set; } = "";

    public string Sort { get; set; } = "";
}

internal sealed class FilterReader
{
    public void Read()
    {
        var filter = new Filter();
        Fill(filter);
        SINK(filter.Name); // vulnerable
        SINK(filter.Sort); // safe
    }

    private static void Fill(Filter filter)
    {
        filter.Name = INPUT;
        filter.Sort = "date";
    }
}
