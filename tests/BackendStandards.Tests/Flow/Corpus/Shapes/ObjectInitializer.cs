// An object initializer sets the properties.
internal sealed class OrderFilter
{
    public required string Customer { get; init; }

    public string State { get; init; } = "open";
}

internal sealed class OrderFilters
{
    public void Asked()
    {
        var filter = new OrderFilter { Customer = INPUT };
        SINK(filter.Customer); // vulnerable
        SINK(filter.State); // safe
    }

    public void Preset()
    {
        var filter = new OrderFilter { Customer = "north", State = INPUT };
        SINK(filter.Customer); // safe
        SINK(filter.State); // vulnerable
    }
}
