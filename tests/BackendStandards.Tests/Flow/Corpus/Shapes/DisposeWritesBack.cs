// Dispose sets a field that is read afterwards.
internal sealed class Restore : IDisposable
{
    public static string Asked = "none";
    public static string Preset = "none";

    public void Dispose()
    {
        Asked = INPUT;
        Preset = "north";
    }
}

internal sealed class RestoreJob
{
    public void Run()
    {
        using (new Restore())
        {
            Console.WriteLine("working");
        }
        SINK(Restore.Asked); // vulnerable
        SINK(Restore.Preset); // safe
    }
}
