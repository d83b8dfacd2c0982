// Five calls lie between the source and the sink.
// file: Endpoint.cs
internal sealed class CustomerEndpoint
{
    public void Handle()
    {
        new CustomerService().Load(INPUT, "active");
    }
}
// file: Service.cs
internal sealed class CustomerService
{
    public void Load(string name, string state) => new CustomerQueries().ByNameAndState(name, state);
}
// file: Queries.cs
internal sealed class CustomerQueries
{
    public void ByNameAndState(string name, string state)
    {
        var trimmed = name.Trim();
        new CustomerStore().Read(trimmed, state);
    }
}
// file: Store.cs
internal sealed class CustomerStore
{
    public void Read(string name, string state) => Gateway.Send(state, name);
}
// file: Gateway.cs
internal static class Gateway
{
    public static void Send(string state, string name)
    {
        SINK(name); // vulnerable
        SINK(state); // safe
    }
}
