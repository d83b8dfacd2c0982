// Two dimensions, and an array of arrays.
internal sealed class Grid
{
    public void Rectangular()
    {
        var cells = new string[2, 2];
        cells[0, 0] = INPUT;
        cells[1, 1] = "north";
        SINK(cells[0, 0]); // vulnerable
        SINK(cells[1, 1]); // safe
    }

    public void Jagged()
    {
        var rows = new[] { new[] { "north", "south" }, new[] { INPUT } };
        SINK(rows[0][1]); // safe
        SINK(rows[1][0]); // vulnerable
    }
}
