// A method writes into a ref argument.
internal sealed class NameReader
{
    public void Read()
    {
        var name = "none";
        Fill(ref name);
        SINK(name); // vulnerable
    }

    public void Clear()
    {
        var name = INPUT;
        Empty(ref name);
        SINK(name); // safe
    }

    public void Untouched()
    {
        var name = "none";
        var copy = name;
        Fill(ref copy);
        SINK(name); // safe
        SINK(copy); // vulnerable
    }

    private static void Fill(ref string target) => target = INPUT;

    private static void Empty(ref string target) => target = "none";
}
