// What was asked for is a key, not a value.
internal sealed class Lookups
{
    private static readonly Dictionary<string, string> Columns = new() { ["date"] = "CreatedOn", ["sum"] = "Total" };

    public void Value()
    {
        SINK(Columns[INPUT]); // safe
    }

    public void Default()
    {
        var asked = INPUT;
        SINK(Columns.GetValueOrDefault(asked, "Id")); // safe
        SINK(Columns.GetValueOrDefault(asked, asked)); // vulnerable
    }

    public void Key()
    {
        var seen = new Dictionary<string, int> { [INPUT] = 1 };
        SINK(seen.Keys.First()); // vulnerable
        SINK(seen.Values.First().ToString()); // safe
    }
}
