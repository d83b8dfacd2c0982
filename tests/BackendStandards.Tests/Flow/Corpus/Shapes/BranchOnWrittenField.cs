// A static field that somebody writes is no constant, so both branches count.
internal sealed class MaintenanceMode
{
    private static bool s_open;
    private static bool s_closed;

    public static void Open() => s_open = true;

    public static void Reset() => s_closed = false;

    public void Search()
    {
        var term = "none";
        if (s_open) term = INPUT;
        SINK(term); // vulnerable
    }

    public void SearchClosed()
    {
        var term = "none";
        if (s_closed) term = INPUT;
        SINK(term); // safe
    }
}
