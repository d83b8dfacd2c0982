// An injected interface whose implementation is not said: any of them may come.
internal interface IRegionSource
{
    string Asked();

    string Preset();
}

internal sealed class WebRegionSource : IRegionSource
{
    public string Asked() => INPUT;

    public string Preset() => "north";
}

internal sealed class TestRegionSource : IRegionSource
{
    public string Asked() => "south";

    public string Preset() => "south";
}

internal sealed class RegionReport(IRegionSource source)
{
    public void Run()
    {
        SINK(source.Asked()); // vulnerable
        SINK(source.Preset()); // safe
    }
}
