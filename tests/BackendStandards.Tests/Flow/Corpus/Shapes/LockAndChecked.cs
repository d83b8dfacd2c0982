// lock, checked and unsafe blocks change nothing about values.
internal sealed class LockedJob
{
    private readonly object _gate = new();

    public void Locked()
    {
        string name, region;
        lock (_gate)
        {
            name = INPUT;
            region = "north";
        }
        SINK(name); // vulnerable
        SINK(region); // safe
    }

    public void Checked()
    {
        var asked = INPUT;
        checked
        {
            SINK(asked); // vulnerable
            SINK((asked.Length + 1).ToString()); // safe
        }
    }
}
