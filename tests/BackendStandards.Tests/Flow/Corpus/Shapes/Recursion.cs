// A method calls itself.
internal sealed class CategoryTree
{
    public void Asked()
    {
        SINK(Path(3, INPUT)); // vulnerable
    }

    public void Root()
    {
        SINK(Path(3, "root")); // safe
    }

    private static string Path(int depth, string name) => depth == 0 ? name : Path(depth - 1, name + "/sub");
}
