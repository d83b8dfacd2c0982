// ToString of our own class, called and implied.
internal sealed class Label(string text)
{
    public override string ToString() => "label " + text;
}

internal sealed class Quiet(string text)
{
    public int Length => text.Length;

    public override string ToString() => "quiet";
}

internal sealed class Labels
{
    public void Called()
    {
        SINK(new Label(INPUT).ToString()); // vulnerable
        SINK(new Quiet(INPUT).ToString()); // safe
    }

    public void Implied()
    {
        SINK($"{new Label(INPUT)}"); // vulnerable
        SINK($"{new Quiet(INPUT)}"); // safe
        SINK("a " + new Label(INPUT)); // vulnerable
        SINK("a " + new Quiet(INPUT)); // safe
    }
}
