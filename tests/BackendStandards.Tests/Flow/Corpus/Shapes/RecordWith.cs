// with replaces one member and keeps the others.
internal sealed record SearchTerms(string Name, string City);

internal sealed class SearchTermsPage
{
    public void Kept()
    {
        var asked = new SearchTerms(INPUT, "Berlin");
        var moved = asked with { City = "Paris" };
        SINK(moved.Name); // vulnerable
        SINK(moved.City); // safe
    }

    public void Replaced()
    {
        var asked = new SearchTerms(INPUT, "Berlin");
        var cleared = asked with { Name = "nobody" };
        SINK(cleared.Name); // safe
    }

    public void Added()
    {
        var preset = new SearchTerms("nobody", "Berlin");
        var changed = preset with { Name = INPUT };
        SINK(changed.Name); // vulnerable
        SINK(preset.Name); // safe
    }
}
