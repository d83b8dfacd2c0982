// A generic method hands back what it is given.
internal sealed class Generics
{
    public void Same()
    {
        SINK(Identity(INPUT)); // vulnerable
        SINK(Identity("north")); // safe
    }

    public void Chosen()
    {
        SINK(First(INPUT, "north")); // vulnerable
        SINK(First<string>("north", INPUT)); // safe
    }

    private static T Identity<T>(T value) => value;

    private static T First<T>(T one, T other)
        where T : notnull => one;
}
