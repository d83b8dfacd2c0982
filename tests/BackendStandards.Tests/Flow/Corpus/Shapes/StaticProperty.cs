// A static property with an initializer, and one that reads anew each time.
internal static class Defaults
{
    public static string Region { get; } = "north";

    public static string Customer => INPUT;
}

internal sealed class DefaultSearch
{
    public void Run()
    {
        SINK(Defaults.Region); // safe
        SINK(Defaults.Customer); // vulnerable
    }
}
