// A lambda that captures, and one that takes its argument.
internal sealed class Lambdas
{
    public void Captured()
    {
        var name = INPUT;
        Func<string> read = () => name;
        SINK(read()); // vulnerable
    }

    public void CapturedFixed()
    {
        var asked = INPUT;
        var name = "north" + asked.Length;
        Func<string> read = () => name;
        SINK(read()); // safe
    }

    public void Argument()
    {
        Func<string, string, string> first = (one, other) => one;
        SINK(first(INPUT, "north")); // vulnerable
        SINK(first("north", INPUT)); // safe
    }
}
