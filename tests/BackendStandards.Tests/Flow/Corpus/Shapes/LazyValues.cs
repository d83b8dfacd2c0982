// Lazy<T> gives what its factory gives.
internal sealed class LazyValues
{
    private readonly Lazy<string> _asked = new(() => INPUT);
    private readonly Lazy<string> _preset = new(() => "north");

    public void Fields()
    {
        SINK(_asked.Value); // vulnerable
        SINK(_preset.Value); // safe
    }

    public void Locals()
    {
        var asked = new Lazy<string>(INPUT);
        var preset = new Lazy<string>(Region);
        SINK(asked.Value); // vulnerable
        SINK(preset.Value); // safe
    }

    private static string Region() => "north";
}
