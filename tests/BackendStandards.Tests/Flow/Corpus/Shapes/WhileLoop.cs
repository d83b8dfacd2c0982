// while (true) with a break, and a loop that never runs.
internal sealed class RetrySearch
{
    public void UntilBreak()
    {
        var name = "none";
        while (true)
        {
            name = INPUT;
            break;
        }
        SINK(name); // vulnerable
    }

    public void Replaced()
    {
        var name = INPUT;
        while (true)
        {
            name = "none";
            break;
        }
        SINK(name); // safe
    }

    public void NeverRuns()
    {
        var name = "none";
        while (false)
        {
            name = INPUT;
        }
        SINK(name); // safe
    }
}
