// ?? takes the other where there is none.
internal sealed class NullCoalescings
{
    public void Other()
    {
        string? asked = INPUT;
        SINK(asked ?? "north"); // vulnerable
        SINK("north" ?? asked); // safe
    }

    public void OfNothing()
    {
        string? nothing = null;
        SINK(nothing ?? INPUT); // vulnerable
        string? region = "north";
        SINK(region ?? INPUT); // safe
    }

    public void Thrown()
    {
        string? asked = INPUT;
        var name = asked ?? throw new InvalidOperationException();
        SINK(name); // vulnerable
    }
}
