// A stack gives first what came last.
internal sealed class History
{
    public void Last()
    {
        var pages = new Stack<string>();
        pages.Push("home");
        pages.Push(INPUT);
        SINK(pages.Pop()); // vulnerable
        SINK(pages.Pop()); // safe
    }

    public void OnlyFixed()
    {
        var pages = new Stack<string>();
        pages.Push("home");
        SINK(pages.Peek()); // safe
    }
}
