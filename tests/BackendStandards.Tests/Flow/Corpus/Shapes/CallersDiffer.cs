// Two callers: one passes a constant, one does not; and a method all of whose callers pass constants.
internal sealed class LedgerQueries
{
    public void Mine() => Run(INPUT);

    public void Everyone() => Run("all");

    public void North() => RunFixed("north");

    public void South() => RunFixed("south");

    private static void Run(string owner)
    {
        SINK(owner); // vulnerable
    }

    private static void RunFixed(string owner)
    {
        SINK(owner); // safe
    }
}
