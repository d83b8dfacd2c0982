// The sink stands in the implementation, the caller knows the interface only.
internal interface IOrderStore
{
    void Find(string customer, string region);
}

internal sealed class SqlOrderStore : IOrderStore
{
    void IOrderStore.Find(string customer, string region)
    {
        SINK(customer); // vulnerable
    }
}

internal sealed class OrderFinder(IOrderStore store)
{
    public void Find() => store.Find(INPUT, "north");
}

internal interface IRegionStore
{
    void Find(string region);
}

internal sealed class SqlRegionStore : IRegionStore
{
    void IRegionStore.Find(string region)
    {
        SINK(region); // safe
    }
}

internal sealed class RegionFinder(IRegionStore store)
{
    public void Find() => store.Find("north");
}
