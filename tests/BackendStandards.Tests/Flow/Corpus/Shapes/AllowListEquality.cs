// Equality with constants leaves nothing but these.
internal sealed class Equalities
{
    public void Equal()
    {
        var asked = INPUT;
        if (asked == "asc" || asked == "desc") SINK(asked); // safe
        if (asked != "asc") SINK(asked); // vulnerable
    }

    public void Patterns()
    {
        var asked = INPUT;
        if (asked is not ("asc" or "desc")) return;
        SINK(asked); // safe
    }

    public void Called()
    {
        var asked = INPUT;
        if (string.Equals(asked, "asc", StringComparison.OrdinalIgnoreCase)) SINK(asked); // safe
        if (asked.StartsWith("asc", StringComparison.Ordinal)) SINK(asked); // vulnerable
    }
}
