// A value goes from one local to the next.
internal sealed class OrderQueries
{
    public void Search()
    {
        var asked = INPUT;
        var customer = asked;
        SINK(customer); // vulnerable
    }

    public void North()
    {
        var asked = "north";
        var customer = asked;
        SINK(customer); // safe
    }

    public void Both()
    {
        var asked = INPUT;
        var customer = "north";
        SINK(asked); // vulnerable
        SINK(customer); // safe
    }
}
