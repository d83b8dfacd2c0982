// A method group is mapped, in a group, by an extension method.
public static class InvoiceEndpoints
{
    private static readonly string[] States = ["open", "paid"];

    public static void MapInvoices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/invoices");
        group.MapGet("/", List);
        group.MapGet("/{number:int}", Get);
        group.MapGet("/states/{state}", ByState);
    }

    private static IResult List(string customer)
    {
        SINK(customer); // vulnerable
        return Results.Ok();
    }

    private static IResult Get(int number)
    {
        SINK(number.ToString()); // safe
        return Results.Ok();
    }

    private static IResult ByState(string state)
    {
        if (!States.Contains(state)) return Results.BadRequest();
        SINK(state); // safe
        return Results.Ok();
    }
}
