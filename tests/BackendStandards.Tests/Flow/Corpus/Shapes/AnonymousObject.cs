// The members of an anonymous object.
internal sealed class AnonymousRows
{
    public void Run()
    {
        var row = new { Name = INPUT, Region = "north" };
        SINK(row.Name); // vulnerable
        SINK(row.Region); // safe
    }
}
