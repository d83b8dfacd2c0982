// A static abstract member of the type argument.
internal interface ITableName
{
    static abstract string Name { get; }

    static abstract string Read();
}

internal sealed class WebTable : ITableName
{
    public static string Name => "Web";

    public static string Read() => INPUT;
}

internal sealed class FixedTable : ITableName
{
    public static string Name => "Fixed";

    public static string Read() => "north";
}

internal sealed class TableReader
{
    public void Run()
    {
        SINK(Read<WebTable>()); // vulnerable
        SINK(Read<FixedTable>()); // safe
        SINK(Name<WebTable>()); // safe
    }

    private static string Read<T>()
        where T : ITableName => T.Read();

    private static string Name<T>()
        where T : ITableName => T.Name;
}
