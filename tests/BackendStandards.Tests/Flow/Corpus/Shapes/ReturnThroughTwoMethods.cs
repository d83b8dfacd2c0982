// The value is returned by one method of the class and passed to another.
internal sealed class OrderLookup
{
    public void Find() => Execute(Asked());

    public void FindDefault() => ExecuteDefault(Preset());

    private static string Asked() => INPUT;

    private static string Preset() => "north";

    private static void Execute(string customer)
    {
        SINK(customer); // vulnerable
    }

    private static void ExecuteDefault(string customer)
    {
        SINK(customer); // safe
    }
}
