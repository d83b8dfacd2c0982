// An event hands its argument to the handlers.
internal sealed class OrderFeed
{
    public event Action<string>? Asked;

    public event EventHandler<string>? Preset;

    public void Raise()
    {
        Asked?.Invoke(INPUT);
        Preset?.Invoke(this, "north");
    }
}

internal sealed class OrderListener
{
    public void Listen()
    {
        var feed = new OrderFeed();
        feed.Asked += OnAsked;
        feed.Preset += OnPreset;
        feed.Raise();
    }

    private void OnAsked(string customer)
    {
        SINK(customer); // vulnerable
    }

    private void OnPreset(object? sender, string region)
    {
        SINK(region); // safe
    }
}
