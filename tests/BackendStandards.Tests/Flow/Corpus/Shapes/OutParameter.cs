// A method gives values through out arguments.
internal sealed class AddressParser
{
    public void City()
    {
        Split(INPUT, out var city, out var country);
        SINK(city); // vulnerable
        SINK(country); // safe
    }

    public void Tried()
    {
        if (TryRead(out var customer)) SINK(customer); // vulnerable
        if (TryDefault(out var fallback)) SINK(fallback); // safe
    }

    private static void Split(string text, out string city, out string country)
    {
        city = text.Substring(3);
        country = "DE";
    }

    private static bool TryRead(out string customer)
    {
        customer = INPUT;
        return customer.Length > 0;
    }

    private static bool TryDefault(out string customer)
    {
        customer = INPUT;
        customer = "nobody";
        return true;
    }
}
