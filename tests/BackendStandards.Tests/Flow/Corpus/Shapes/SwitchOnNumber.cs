// A switch over a number that a field holds.
internal sealed class ExportFormat
{
    private static readonly int Version = 6;

    public void Section()
    {
        var name = "orders";
        switch (Version)
        {
            case 6:
                name = INPUT;
                break;
            default:
                break;
        }
        SINK(name); // vulnerable
    }

    public void OtherSection()
    {
        var name = "orders";
        switch (Version)
        {
            case 7:
                name = INPUT;
                break;
            case 6:
                break;
            default:
                name = INPUT;
                break;
        }
        SINK(name); // safe
    }

    public void StackedLabels()
    {
        var name = "orders";
        switch (Version)
        {
            case 5:
            case 6:
                name = INPUT;
                break;
        }
        SINK(name); // vulnerable
    }
}
