// A flag is set together with the value.
internal sealed class Correlated
{
    public void Set()
    {
        var isAsked = false;
        var name = "north";
        isAsked = true;
        if (isAsked) name = INPUT;
        SINK(name); // vulnerable
    }

    public void NotSet()
    {
        var isAsked = true;
        var name = "north";
        isAsked = false;
        if (isAsked) name = INPUT;
        SINK(name); // safe
    }
}
