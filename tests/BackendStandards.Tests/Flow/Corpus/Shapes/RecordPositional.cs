// The members of a positional record.
internal sealed record CustomerKey(string Name, string Region);

internal sealed class CustomerKeys
{
    public void Made()
    {
        var key = new CustomerKey(INPUT, "north");
        SINK(key.Name); // vulnerable
        SINK(key.Region); // safe
    }

    public void Taken()
    {
        var (name, region) = new CustomerKey(INPUT, "north");
        SINK(name); // vulnerable
        SINK(region); // safe
    }
}
