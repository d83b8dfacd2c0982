// A struct is copied when it is assigned.
internal struct Choice
{
    public string Name;
}

internal sealed class Choices
{
    public void Copied()
    {
        var first = new Choice { Name = "north" };
        var second = first;
        second.Name = INPUT;
        SINK(first.Name); // safe
        SINK(second.Name); // vulnerable
    }

    public void CopiedLate()
    {
        var first = new Choice { Name = "north" };
        first.Name = INPUT;
        var second = first;
        first.Name = "south";
        SINK(first.Name); // safe
        SINK(second.Name); // vulnerable
    }
}
