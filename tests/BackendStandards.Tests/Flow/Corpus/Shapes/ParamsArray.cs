// Arguments gathered in a params array.
internal sealed class ColumnList
{
    public void Asked() => Select("Id", INPUT);

    public void Fixed() => SelectFixed("Id", "Total");

    private static void Select(params string[] columns)
    {
        SINK(string.Join(", ", columns)); // vulnerable
        SINK(columns[0]); // safe
        SINK(columns[1]); // vulnerable
    }

    private static void SelectFixed(params string[] columns)
    {
        SINK(string.Join(", ", columns)); // safe
    }
}
