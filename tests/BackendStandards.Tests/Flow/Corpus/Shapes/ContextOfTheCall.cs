// One method is called twice; what it gives depends on the call.
internal sealed class Formatter
{
    public void Names()
    {
        var asked = Clean(INPUT);
        var preset = Clean("north");
        SINK(asked); // vulnerable
        SINK(preset); // safe
    }

    private static string Clean(string text)
    {
        var trimmed = text.Trim();
        return trimmed.ToLowerInvariant();
    }
}
