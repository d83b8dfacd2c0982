// A class in two files.
// file: Search.cs
internal sealed partial class Search
{
    private string _term = "none";
    private string _sort = "Id";

    public void Start()
    {
        Read();
        SINK(_term); // vulnerable
        SINK(_sort); // safe
    }

    partial void Read();
}
// file: Search.Reading.cs
internal sealed partial class Search
{
    partial void Read()
    {
        _term = INPUT;
        _sort = "Total";
    }
}
