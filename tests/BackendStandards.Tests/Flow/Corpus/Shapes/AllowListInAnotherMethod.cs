// The guard stands in a method of its own.
internal static class Guard
{
    private static readonly HashSet<string> Names = ["Id", "Total"];

    public static bool IsColumn(string name) => Names.Contains(name);

    public static bool IsShort(string name) => name.Length < 30;

    public static void EnsureColumn(string name)
    {
        if (!Names.Contains(name)) throw new ArgumentException("no such column", nameof(name));
    }

    public static string ColumnOrId(string name) => Names.Contains(name) ? name : "Id";
}

internal sealed class GuardedSearch
{
    public void Asked()
    {
        var column = INPUT;
        if (!Guard.IsColumn(column)) return;
        SINK(column); // safe
    }

    public void AskedShort()
    {
        var column = INPUT;
        if (!Guard.IsShort(column)) return;
        SINK(column); // vulnerable
    }

    public void Ensured()
    {
        var column = INPUT;
        Guard.EnsureColumn(column);
        SINK(column); // safe
    }

    public void Mapped()
    {
        SINK(Guard.ColumnOrId(INPUT)); // safe
    }
}
