// Local functions, static and capturing.
internal sealed class LocalFunctions
{
    public void Returns()
    {
        SINK(Asked()); // vulnerable
        SINK(Fixed()); // safe

        static string Asked() => INPUT;
        static string Fixed() => "north";
    }

    public void Captures()
    {
        var name = "north";
        Read();
        SINK(name); // vulnerable
        Clear();
        SINK(name); // safe

        void Read() => name = INPUT;
        void Clear() => name = "north";
    }

    public void HoldsTheSink()
    {
        Run(INPUT, "north");

        static void Run(string customer, string region)
        {
            SINK(customer); // vulnerable
            SINK(region); // safe
        }
    }
}
