// A private static field that nobody writes keeps what its declaration gives it.
internal sealed class StockReport
{
    private static bool s_detailed = true;
    private static bool s_archived;

    public void Detailed()
    {
        string? warehouse = null;
        if (s_detailed) warehouse = INPUT;
        SINK(warehouse + ""); // vulnerable
    }

    public void Archived()
    {
        var warehouse = "main";
        if (s_archived) warehouse = INPUT;
        SINK(warehouse); // safe
    }
}
