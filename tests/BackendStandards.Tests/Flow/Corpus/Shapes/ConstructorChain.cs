// this(…) and base(…) hand the value on.
internal abstract class Query
{
    protected readonly string Text;
    protected readonly string Table;

    protected Query(string text, string table)
    {
        Text = text;
        Table = table;
    }
}

internal sealed class VoucherQuery : Query
{
    public VoucherQuery() : this(INPUT) { }

    private VoucherQuery(string code) : base(code, "Vouchers") { }

    public void Run()
    {
        SINK(Text); // vulnerable
        SINK(Table); // safe
    }
}

internal sealed class VoucherService
{
    public void Check() => new VoucherQuery().Run();
}
