// A condition that is decided by its left side never asks the right.
internal sealed class ShortCircuits
{
    private const bool Off = false;

    public void NeverAsked()
    {
        var name = "north";
        if (Off && Read(out name!)) Console.WriteLine("read");
        SINK(name); // safe
    }

    public void Asked()
    {
        var name = "north";
        if (!Off && Read(out name)) Console.WriteLine("read");
        SINK(name); // vulnerable
    }

    private static bool Read(out string name)
    {
        name = INPUT;
        return true;
    }
}
