// A static constructor sets what is never set again.
internal static class Regions
{
    private static readonly string Name;
    private static readonly string Asked;

    static Regions()
    {
        Name = "north";
        Asked = INPUT;
    }

    public static void Run()
    {
        SINK(Name); // safe
        SINK(Asked); // vulnerable
    }
}
