// A request object is sent to its handler, as mediators do.
using Microsoft.AspNetCore.Mvc;

public record FindOrders(string Customer, int Page);

internal interface IHandler<TRequest>
{
    void Handle(TRequest request);
}

internal sealed class FindOrdersHandler : IHandler<FindOrders>
{
    public void Handle(FindOrders request)
    {
        SINK(request.Customer); // vulnerable
        SINK(request.Page.ToString()); // safe
    }
}

[ApiController]
[Route("api/v1/orders")]
public class SendingController : ControllerBase
{
    private readonly IHandler<FindOrders> _handler = new FindOrdersHandler();

    [HttpGet]
    public void Find(string customer, int page) => _handler.Handle(new FindOrders(customer, page));
}
