// The value is replaced before it is used.
internal sealed class SupplierSearch
{
    public void Kept()
    {
        var supplier = "acme";
        supplier = INPUT;
        SINK(supplier); // vulnerable
    }

    public void Replaced()
    {
        var supplier = INPUT;
        Console.WriteLine(supplier.Length);
        supplier = "acme";
        SINK(supplier); // safe
    }
}
