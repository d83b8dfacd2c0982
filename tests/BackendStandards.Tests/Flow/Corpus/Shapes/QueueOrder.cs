// A queue gives first what came first.
internal sealed class Jobs
{
    public void First()
    {
        var jobs = new Queue<string>();
        jobs.Enqueue(INPUT);
        jobs.Enqueue("nightly");
        SINK(jobs.Dequeue()); // vulnerable
        SINK(jobs.Dequeue()); // safe
    }

    public void OnlyFixed()
    {
        var jobs = new Queue<string>();
        jobs.Enqueue("nightly");
        SINK(jobs.Peek()); // safe
    }
}
