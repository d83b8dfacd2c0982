// The parameters of a primary constructor are used in the methods.
internal sealed class ProductQuery(string name, string table)
{
    public void Run()
    {
        SINK(name); // vulnerable
        SINK(table); // safe
    }
}

internal sealed class ProductQueries
{
    public void Find()
    {
        var query = new ProductQuery(INPUT, "Products");
        query.Run();
    }
}
