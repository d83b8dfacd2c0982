// A set of allowed values is asked before the value is used.
internal sealed class ColumnChoice
{
    private static readonly HashSet<string> Columns = new(StringComparer.Ordinal) { "Id", "Total", "CreatedOn" };

    public void Unchecked()
    {
        var column = INPUT;
        SINK(column); // vulnerable
    }

    public void Checked()
    {
        var column = INPUT;
        if (!Columns.Contains(column)) throw new ArgumentException("no such column");
        SINK(column); // safe
    }

    public void WrongWay()
    {
        var column = INPUT;
        if (Columns.Contains(column)) return;
        SINK(column); // vulnerable
    }

    public void Replaced()
    {
        var column = INPUT;
        if (!Columns.Contains(column)) column = "Id";
        SINK(column); // safe
    }
}
