// The parts of an address that was asked for.
internal sealed class Addresses
{
    public void Asked()
    {
        var uri = new Uri(INPUT);
        SINK(uri.Query); // vulnerable
        SINK(Uri.UnescapeDataString(uri.AbsolutePath)); // vulnerable
        SINK(uri.Port.ToString()); // safe
    }

    public void Fixed()
    {
        SINK(new Uri("https://shop.example/orders").AbsolutePath); // safe
    }
}
