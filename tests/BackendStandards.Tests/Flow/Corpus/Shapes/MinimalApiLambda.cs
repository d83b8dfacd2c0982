// The parameters of a lambda that is mapped.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();

app.MapGet("/api/v1/orders", (string customer, int page) =>
{
    SINK(customer); // vulnerable
    SINK(page.ToString()); // safe
});

app.MapGet("/api/v1/orders/{state}", (string state, [FromHeader(Name = "X-Region")] string region, ILogger<Program> logger) =>
{
    SINK(state); // vulnerable
    SINK(region); // vulnerable
    SINK(logger.IsEnabled(LogLevel.Debug) ? "debug" : "none"); // safe
});

app.MapPost("/api/v1/orders", (NewOrder order) =>
{
    SINK(order.Customer); // vulnerable
    SINK(order.Count.ToString()); // safe
    return Results.Accepted();
});

app.Run();

public record NewOrder(string Customer, int Count);
