// A service that the container hands to a controller.
using Microsoft.AspNetCore.Mvc;

public interface ICustomerFinder
{
    void Find(string name);

    void FindAll();
}

internal sealed class CustomerFinder : ICustomerFinder
{
    public void Find(string name)
    {
        SINK(name.Trim()); // vulnerable
    }

    public void FindAll()
    {
        SINK("all"); // safe
        SINK(Table()); // safe
    }

    private static string Table() => "Customers" + DateTime.UtcNow.Year;
}

[ApiController]
[Route("api/v1/customers")]
public class FinderController(ICustomerFinder finder) : ControllerBase
{
    [HttpGet]
    public void Find(string name)
    {
        finder.Find(name);
        finder.FindAll();
    }
}
