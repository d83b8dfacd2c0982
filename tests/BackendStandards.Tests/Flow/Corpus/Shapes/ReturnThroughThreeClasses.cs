// A reader, a service and a repository, each in its own file.
// file: RequestReader.cs
internal sealed class RequestReader
{
    public string Customer() => INPUT;

    public string Region() => "north";
}
// file: OrderService.cs
internal sealed class OrderService(RequestReader reader, OrderRepository repository)
{
    public void ByCustomer()
    {
        var customer = reader.Customer();
        repository.FindByCustomer(customer);
    }

    public void ByRegion()
    {
        var region = reader.Region();
        repository.FindByRegion(region);
    }
}
// file: OrderRepository.cs
internal sealed class OrderRepository
{
    public void FindByCustomer(string customer)
    {
        SINK(customer); // vulnerable
    }

    public void FindByRegion(string region)
    {
        SINK(region); // safe
    }
}
