// Slices of a text, and a span over an array.
internal sealed class Slices
{
    public void Sliced()
    {
        ReadOnlySpan<char> asked = INPUT.AsSpan(1);
        SINK(asked.ToString()); // vulnerable
    }

    public void SlicedFixed()
    {
        ReadOnlySpan<char> preset = "northwest".AsSpan(0, 5);
        SINK(preset.ToString()); // safe
    }

    public void Elements()
    {
        var parts = new[] { "north", "south" };
        Span<string> span = parts;
        span[0] = INPUT;
        SINK(span[0]); // vulnerable
        SINK(span[1]); // safe
    }

    public void Ranges()
    {
        var asked = INPUT;
        SINK(asked[1..]); // vulnerable
        SINK("northwest"[..5]); // safe
    }
}
