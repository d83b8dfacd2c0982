// A dictionary maps what was asked for to what is meant.
using System.Collections.Frozen;

internal sealed class ColumnMap
{
    private static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string> { ["date"] = "CreatedOn", ["sum"] = "Total" }.ToFrozenDictionary();

    public void Found()
    {
        var asked = INPUT;
        if (!Columns.TryGetValue(asked, out var column)) return;
        SINK(column); // safe
    }

    public void OrAsked()
    {
        var asked = INPUT;
        SINK(Columns.TryGetValue(asked, out var column) ? column : asked); // vulnerable
        SINK(Columns.TryGetValue(asked, out var other) ? other : "Id"); // safe
    }

    public void KeyChecked()
    {
        var asked = INPUT;
        if (Columns.ContainsKey(asked)) SINK(asked); // safe
        if (!Columns.ContainsKey(asked)) SINK(asked); // vulnerable
    }
}
