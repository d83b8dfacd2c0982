// Another thread, a timer or a continuation gets the value.
internal sealed class HandOver
{
    public async Task Continued()
    {
        var text = await Task.FromResult(INPUT).ContinueWith(task => task.Result.Trim());
        SINK(text); // vulnerable
        var region = await Task.FromResult("north").ContinueWith(task => task.Result.Trim());
        SINK(region); // safe
    }

    public void Threads()
    {
        var name = INPUT;
        var region = "north";
        var thread = new Thread(() =>
        {
            SINK(name); // vulnerable
            SINK(region); // safe
        });
        thread.Start();
        thread.Join();
    }

    public void Parallels()
    {
        Parallel.ForEach(INPUT.Split(','), part =>
        {
            SINK(part); // vulnerable
            SINK(part.Length.ToString()); // safe
        });
    }
}
