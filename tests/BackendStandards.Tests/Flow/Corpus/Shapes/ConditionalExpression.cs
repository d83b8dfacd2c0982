// ?: over unknown and known conditions.
internal sealed class Conditionals
{
    public void Unknown(bool preset)
    {
        SINK(preset ? "north" : INPUT); // vulnerable
        SINK(preset ? "north" : "south"); // safe
    }

    public void Nested()
    {
        var asked = INPUT;
        SINK(asked.Length > 3 ? asked.Length > 5 ? "long" : "middle" : "short"); // safe
        SINK(asked.Length > 3 ? asked.Length > 5 ? "long" : asked : "short"); // vulnerable
    }
}
