// Initializers of fields.
internal sealed class Session
{
    private readonly string _customer = INPUT;
    private readonly string _region = "north";

    public void Run()
    {
        SINK(_customer); // vulnerable
        SINK(_region); // safe
    }
}
