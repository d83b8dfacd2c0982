// A class with an indexer over a field.
internal sealed class Row
{
    private readonly string[] _cells = new string[2];

    public string this[int column]
    {
        get => _cells[column];
        set => _cells[column] = value;
    }
}

internal sealed class RowReader
{
    public void Read()
    {
        var row = new Row();
        row[0] = INPUT;
        SINK(row[0]); // vulnerable
    }

    public void ReadFixed()
    {
        var row = new Row();
        row[0] = "north";
        SINK(row[0]); // safe
    }
}
