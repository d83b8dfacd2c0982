// Named arguments in another order, and a default that stays.
internal sealed class ListingOptions
{
    public void Asked() => List(sort: "date", filter: INPUT);

    public void Preset() => ListPreset(sort: INPUT);

    private static void List(string filter = "all", string sort = "id")
    {
        SINK(filter); // vulnerable
        SINK(sort); // safe
    }

    private static void ListPreset(string filter = "all", string sort = "id")
    {
        SINK(filter); // safe
        SINK(sort.Length.ToString()); // safe
    }
}
