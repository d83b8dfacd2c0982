// Deconstruction into locals, a swap, and a Deconstruct of our own.
internal sealed class Coordinates
{
    public void Deconstruct(out string city, out string country)
    {
        city = INPUT;
        country = "DE";
    }
}

internal sealed class Deconstructions
{
    public void Locals()
    {
        var (name, region) = (INPUT, "north");
        SINK(name); // vulnerable
        SINK(region); // safe
    }

    public void Swapped()
    {
        var name = INPUT;
        var region = "north";
        (name, region) = (region, name);
        SINK(name); // safe
        SINK(region); // vulnerable
    }

    public void OwnDeconstruct()
    {
        var (city, country) = new Coordinates();
        SINK(city); // vulnerable
        SINK(country); // safe
    }
}
