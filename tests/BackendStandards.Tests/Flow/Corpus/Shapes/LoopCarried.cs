// The value reaches the sink in the second round only.
internal sealed class BatchImport
{
    public void Rounds()
    {
        var current = "first";
        for (var round = 0; round < 2; round++)
        {
            SINK(current); // vulnerable
            current = INPUT;
        }
    }

    public void FixedRounds()
    {
        var current = "first";
        for (var round = 0; round < 2; round++)
        {
            SINK(current); // safe
            current = "second";
        }
    }
}
