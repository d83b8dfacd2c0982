// ??= assigns where there is nothing yet.
internal sealed class LazyNames
{
    private string? _name;
    private string? _region;

    public string Name() => _name ??= INPUT;

    public string Region() => _region ??= "north";

    public void Locals()
    {
        string? name = null;
        name ??= INPUT;
        SINK(name); // vulnerable
        string? region = "north";
        region ??= INPUT;
        SINK(region); // safe
    }

    public void Fields()
    {
        SINK(Name()); // vulnerable
        SINK(Region()); // safe
    }
}
