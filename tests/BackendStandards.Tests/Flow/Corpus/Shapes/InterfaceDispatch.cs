// An interface with two implementations.
internal interface ICustomerSource
{
    string Customer();
}

internal sealed class WebCustomerSource : ICustomerSource
{
    public string Customer() => INPUT;
}

internal sealed class FixedCustomerSource : ICustomerSource
{
    public string Customer() => "north";
}

internal sealed class CustomerSearch
{
    public void FromWeb()
    {
        ICustomerSource source = new WebCustomerSource();
        SINK(source.Customer()); // vulnerable
    }

    public void Fixed()
    {
        ICustomerSource source = new FixedCustomerSource();
        SINK(source.Customer()); // safe
    }
}
