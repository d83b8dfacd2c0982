// using disposes what holds the value.
internal sealed class NameScope(string name) : IDisposable
{
    public string Name => name;

    public void Dispose() => Console.WriteLine("left");
}

internal sealed class ScopedJob
{
    public void Statement()
    {
        using (var scope = new NameScope(INPUT))
        {
            SINK(scope.Name); // vulnerable
        }
        using (var scope = new NameScope("north"))
        {
            SINK(scope.Name); // safe
        }
    }

    public void Declaration()
    {
        using var asked = new NameScope(INPUT);
        using var preset = new NameScope("north");
        SINK(asked.Name); // vulnerable
        SINK(preset.Name); // safe
    }
}
