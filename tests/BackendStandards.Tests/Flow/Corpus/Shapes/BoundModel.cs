// A model that is bound from the request: all its texts come from there.
using Microsoft.AspNetCore.Mvc;

public class OrderRequest
{
    public string Customer { get; set; } = "";

    public int Count { get; set; }

    public List<string> Tags { get; set; } = [];

    public DeliveryAddress Delivery { get; set; } = new();
}

public class DeliveryAddress
{
    public string City { get; set; } = "";

    public DateOnly Day { get; set; }
}

[ApiController]
[Route("api/v1/orders")]
public class OrdersController : ControllerBase
{
    [HttpPost]
    public void Add(OrderRequest order)
    {
        SINK(order.Customer); // vulnerable
        SINK(order.Count.ToString()); // safe
        SINK(order.Tags[0]); // vulnerable
        SINK(order.Delivery.City); // vulnerable
        SINK(order.Delivery.Day.ToString("O")); // safe
    }

    [HttpPut]
    public void Replace(OrderRequest order)
    {
        order.Customer = "north";
        SINK(order.Customer); // safe
    }
}
