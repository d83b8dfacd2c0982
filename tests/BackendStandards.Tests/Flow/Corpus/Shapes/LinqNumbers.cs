// Sum, Count, Any, Max over what was asked for.
internal sealed class Numbers
{
    public void Counted()
    {
        var parts = INPUT.Split(',');
        SINK(parts.Count().ToString()); // safe
        SINK(parts.Sum(part => part.Length).ToString()); // safe
        SINK(parts.Any(part => part == "x") ? "some" : "none"); // safe
        SINK(parts.Max()!); // vulnerable
        SINK(parts.MaxBy(part => part.Length)!); // vulnerable
    }
}
