// A fluent builder of ours.
internal sealed class SearchBuilder
{
    private string _name = "all";
    private string _sort = "Id";

    public SearchBuilder WithName(string name)
    {
        _name = name;
        return this;
    }

    public SearchBuilder SortedBy(string column)
    {
        _sort = column;
        return this;
    }

    public string Name() => _name;

    public string Sort() => _sort;
}

internal sealed class BuilderSearch
{
    public void Asked()
    {
        var search = new SearchBuilder().WithName(INPUT).SortedBy("Total");
        SINK(search.Name()); // vulnerable
        SINK(search.Sort()); // safe
    }

    public void Preset()
    {
        var search = new SearchBuilder().WithName("north").SortedBy("Total");
        SINK(search.Name()); // safe
    }
}
