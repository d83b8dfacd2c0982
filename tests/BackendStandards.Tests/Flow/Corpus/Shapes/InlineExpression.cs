// The source stands in the sink's own expression.
internal sealed class InvoiceSearch
{
    public void ByName()
    {
        SINK(INPUT.Trim().ToUpperInvariant()); // vulnerable
    }

    public void ByLength()
    {
        SINK(INPUT.Trim().Length.ToString()); // safe
    }

    public void ByChoice()
    {
        SINK(INPUT.StartsWith("n") ? "north" : "south"); // safe
    }
}
