// A base class calls what its derived classes define.
internal abstract class Export
{
    public void Run()
    {
        SINK(Filter()); // vulnerable
        SINK(Table()); // safe
    }

    protected abstract string Filter();

    protected virtual string Table() => "Orders";
}

internal sealed class CustomerExport : Export
{
    protected override string Filter() => INPUT;

    protected override string Table() => "Customers";
}

internal sealed class FullExport : Export
{
    protected override string Filter() => "all";
}

internal sealed class Exports
{
    public void All()
    {
        new CustomerExport().Run();
        new FullExport().Run();
    }
}
