// The type argument decides which body runs.
internal interface IFilterSource
{
    string Filter();
}

internal sealed class WebFilter : IFilterSource
{
    public string Filter() => INPUT;
}

internal sealed class NoFilter : IFilterSource
{
    public string Filter() => "all";
}

internal sealed class FilterRunner
{
    public void Web()
    {
        SINK(Read<WebFilter>()); // vulnerable
    }

    public void None()
    {
        SINK(Read<NoFilter>()); // safe
    }

    private static string Read<T>()
        where T : IFilterSource, new() => new T().Filter();
}
