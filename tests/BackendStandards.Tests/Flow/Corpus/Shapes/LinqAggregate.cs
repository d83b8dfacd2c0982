// Aggregate joins what it goes over.
internal sealed class Folds
{
    public void Joined()
    {
        var text = INPUT.Split(',').Aggregate("", (all, part) => all + "," + part);
        SINK(text); // vulnerable
    }

    public void Counted()
    {
        var text = INPUT.Split(',').Aggregate("", (all, part) => all + "?,");
        SINK(text); // safe
    }

    public void Seeded()
    {
        var asked = INPUT;
        var preset = new[] { "north", "south" };
        SINK(preset.Aggregate(asked, (all, part) => all + "," + part)); // vulnerable
        SINK(preset.Aggregate("", (all, part) => all + "," + part)); // safe
    }
}
