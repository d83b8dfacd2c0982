// A lambda writes into a variable around it.
internal sealed class Captures
{
    public void Written()
    {
        var name = "north";
        Action set = () => name = INPUT;
        set();
        SINK(name); // vulnerable
    }

    public void NotCalled()
    {
        var name = "north";
        Action set = () => name = INPUT;
        SINK(name + (set is null)); // safe
    }

    public void Cleared()
    {
        var name = INPUT;
        Action clear = () => name = "north";
        clear();
        SINK(name); // safe
    }

    public void Late()
    {
        var name = "north";
        Func<string> read = () => name;
        name = INPUT;
        SINK(read()); // vulnerable
    }
}
