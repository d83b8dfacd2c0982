// A loop with constant bounds runs, or does not.
internal sealed class PageReader
{
    public void Runs()
    {
        var name = "none";
        for (var page = 0; page < 3; page++) name = INPUT;
        SINK(name); // vulnerable
    }

    public void RunsOver()
    {
        var name = INPUT;
        for (var page = 0; page < 1; page++) name = "none";
        SINK(name); // safe
    }

    public void DoesNotRun()
    {
        var name = "none";
        for (var page = 0; page < 0; page++) name = INPUT;
        SINK(name); // safe
    }
}
