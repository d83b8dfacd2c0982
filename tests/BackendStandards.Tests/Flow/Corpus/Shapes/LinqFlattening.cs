// SelectMany, Zip, Append, Prepend and OfType.
internal sealed class Flattening
{
    public void Flattened()
    {
        var words = new[] { INPUT, "north" }.SelectMany(line => line.Split(' '));
        SINK(string.Join(",", words)); // vulnerable
    }

    public void Zipped()
    {
        var columns = new[] { "Id", "Total" };
        var asked = INPUT.Split(',');
        SINK(string.Join(" AND ", columns.Zip(asked, (column, value) => column + " = @" + column))); // safe
        SINK(string.Join(" AND ", columns.Zip(asked, (column, value) => column + " = " + value))); // vulnerable
    }

    public void Added()
    {
        var columns = new[] { "Id", "Total" };
        SINK(string.Join(",", columns.Append(INPUT))); // vulnerable
        SINK(string.Join(",", columns.Prepend("Name"))); // safe
    }

    public void Typed()
    {
        var values = new object[] { 1, INPUT, 2 };
        SINK(string.Join(",", values.OfType<string>())); // vulnerable
        SINK(string.Join(",", values.OfType<int>())); // safe
    }
}
