// The value is replaced in one branch, or in both.
internal sealed class RegionSearch
{
    public void One()
    {
        var region = INPUT;
        if (Environment.ProcessorCount > 4) region = "north";
        SINK(region); // vulnerable
    }

    public void Both()
    {
        var region = INPUT;
        if (Environment.ProcessorCount > 4) region = "north";
        else region = "south";
        SINK(region); // safe
    }
}
