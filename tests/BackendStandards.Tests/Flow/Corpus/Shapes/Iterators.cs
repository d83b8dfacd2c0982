// yield return, and what the caller picks.
internal sealed class Iterators
{
    public void Asked()
    {
        foreach (var name in Names()) SINK(name); // vulnerable
    }

    public void Fixed()
    {
        foreach (var region in Regions()) SINK(region); // safe
        SINK(Regions().First()); // safe
    }

    private static IEnumerable<string> Names()
    {
        yield return "north";
        yield return INPUT;
    }

    private static IEnumerable<string> Regions()
    {
        yield return "north";
        yield return "south";
        yield break;
    }
}
