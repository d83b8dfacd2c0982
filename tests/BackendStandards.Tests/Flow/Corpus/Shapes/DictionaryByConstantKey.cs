// The values of a dictionary are told apart by constant keys.
internal sealed class Settings
{
    public void ByKey()
    {
        var settings = new Dictionary<string, string>();
        settings["name"] = INPUT;
        settings["region"] = "north";
        SINK(settings["name"]); // vulnerable
        SINK(settings["region"]); // safe
    }

    public void Initialized()
    {
        var settings = new Dictionary<string, string> { ["name"] = INPUT, ["region"] = "north" };
        SINK(settings["name"]); // vulnerable
        SINK(settings["region"]); // safe
    }

    public void Added()
    {
        var settings = new Dictionary<string, string> { { "name", INPUT } };
        settings.Add("region", "north");
        if (settings.TryGetValue("name", out var name)) SINK(name); // vulnerable
        if (settings.TryGetValue("region", out var region)) SINK(region); // safe
    }

    public void Overwritten()
    {
        var settings = new Dictionary<string, string> { ["name"] = INPUT };
        settings["name"] = "north";
        SINK(settings["name"]); // safe
    }
}
