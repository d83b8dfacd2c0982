// A table of delegates by name.
internal sealed class Commands
{
    private static readonly Dictionary<string, Func<string>> Readers = new()
    {
        ["name"] = () => INPUT,
        ["region"] = () => "north",
    };

    public void ByName()
    {
        SINK(Readers["name"]()); // vulnerable
        SINK(Readers["region"]()); // safe
    }
}
