// A delegate made of a method.
internal sealed class Callbacks
{
    public void Asked()
    {
        Func<string> read = ReadName;
        SINK(read()); // vulnerable
    }

    public void Fixed()
    {
        Func<string> read = ReadRegion;
        SINK(read.Invoke()); // safe
    }

    public void Reassigned()
    {
        Func<string> read = ReadName;
        read = ReadRegion;
        SINK(read()); // safe
    }

    private static string ReadName() => INPUT;

    private static string ReadRegion() => "north";
}
