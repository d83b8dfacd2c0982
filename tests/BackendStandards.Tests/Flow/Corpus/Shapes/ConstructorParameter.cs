// The constructor keeps what it is given.
internal sealed class CustomerQuery
{
    private readonly string _name;
    private readonly string _table;

    public CustomerQuery(string name, string table)
    {
        _name = name;
        _table = table;
    }

    public void Run()
    {
        SINK(_name); // vulnerable
        SINK(_table); // safe
    }
}

internal sealed class CustomerQueries
{
    public void Find() => new CustomerQuery(INPUT, "Customers").Run();
}
