// The body of a do loop runs at least once.
internal sealed class RetryPolicy
{
    public void Once()
    {
        var attempts = 0;
        string name;
        do
        {
            name = INPUT;
            attempts++;
        }
        while (attempts < 3 && name.Length == 0);
        SINK(name); // vulnerable
    }

    public void ReplacedOnce()
    {
        var attempts = 0;
        var name = INPUT;
        do
        {
            name = "none";
            attempts++;
        }
        while (attempts < 3);
        SINK(name); // safe
    }
}
